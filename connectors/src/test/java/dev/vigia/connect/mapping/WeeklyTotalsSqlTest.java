package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The weekly totals in SQL, as text. */
class WeeklyTotalsSqlTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private static String sql(DayOfWeek weekStart) {
        var mapping = MappingFiles.read("erp");
        return new WeeklyTotalsSql(mapping, Company.rules("erp", Company.ERP)).text(weekStart, ZONE);
    }

    @Test
    void shouldSayTheTotalsOfTheErp() {
        assertThat(sql(DayOfWeek.MONDAY)).isEqualTo("""
                        with orders as (
                          select * from (
                            select
                              trim_scale("this"."order_id"::numeric)::text as order_id,
                              coalesce(case when "this"."kind" = 'sale' then 'SALE' when "this"."kind" = 'return' then 'RETURN' when "this"."kind" is null then null else E'\\x01' end, E'\\x01') as kind,
                              coalesce(case when "this"."status" = 'confirmed' then 'CONFIRMED' when "this"."status" = 'cancelled' then 'CANCELLED' when "this"."status" is null then null else E'\\x01' end, E'\\x01') as status,
                              "this"."ordered_at" as sold_at,
                              translate("this"."ship_to_region", E'\\t\\r\\n', '   ') as region
                            from "erp"."sales_order" as "this"
                            where trim_scale("this"."order_id"::numeric)::text <> ''
                          ) as mapped
                          where kind is distinct from E'\\x01' and status is distinct from E'\\x01'
                        ),
                        lines as (
                          select
                            trim_scale("this"."order_id"::numeric)::text as order_id,
                            translate("this"."sku", E'\\t\\r\\n', '   ') as product,
                            (select case when round(v, 3) = v then v end from (select "this"."quantity" as v) as bare) as quantity,
                            (select case when round(v, 2) = v then v end from (select "this"."amount" as v) as bare) as revenue,
                            null::text as kind,
                            false as cancelled
                          from "erp"."sales_order_line" as "this"
                          where trim_scale("this"."order_id"::numeric)::text <> ''
                            and trim_scale("this"."line_no"::numeric)::text <> ''
                        ),
                        counted as (
                          select l.product, o.region, date_trunc('week', o.sold_at at time zone 'America/Sao_Paulo')::date as week_start, coalesce(l.kind, o.kind) = 'RETURN' as came_back,
                            l.quantity, l.revenue
                          from lines as l join orders as o on o.order_id = l.order_id
                          where l.product is not null and not l.cancelled
                            and abs(l.quantity) < 1000000000000000 and abs(l.revenue) < 10000000000000000
                            and o.status not in ('DRAFT', 'CANCELLED')
                            and o.sold_at >= (timestamp '1990-01-01' at time zone 'America/Sao_Paulo') and o.sold_at < (timestamp '2100-01-01' at time zone 'America/Sao_Paulo')
                        )
                        select product, region, week_start,
                          coalesce(sum(quantity) filter (where not came_back), 0) as gross,
                          coalesce(sum(abs(quantity)) filter (where came_back), 0) as returned,
                          sum(case when came_back then - abs(quantity) else quantity end) as net,
                          sum(case when came_back then - abs(revenue) else revenue end) as revenue
                        from counted
                        group by product, region, week_start
                        order by product, region, week_start
                        """);
    }

    @Test
    void shouldBeginWeeksOnTheDayGiven() {
        assertThat(sql(DayOfWeek.SUNDAY))
                .contains("(date_trunc('week', (o.sold_at at time zone 'America/Sao_Paulo') - interval '6 days')"
                        + " + interval '6 days')::date as week_start");
    }

    @Test
    void shouldCoverMappingsOfSalesOnly() {
        assertThat(WeeklyTotalsSql.covers(Company.rules("erp", Company.ERP))).isTrue();
        assertThat(WeeklyTotalsSql.covers(Company.rules("wms", Company.WMS))).isFalse();
    }
}
