package dev.vigia.connect.mapping;

import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The weekly totals of a source as one query in PostgreSQL's words: what the canonical records of a mapping add up to.
 *
 * <p>Drafts, cancelled orders and lines, orders without date and lines without product count nowhere, nor do rows that
 * are refused because of their numbers, dates or unmapped values. Returns count what came back, whatever its sign. Rows
 * refused for their text alone (control characters, length) cannot be told apart in SQL.
 */
public final class WeeklyTotalsSql {

    private final Mapping mapping;
    private final List<BoundRule> rules;

    /** The totals of a mapping, by its bound rules. */
    public WeeklyTotalsSql(Mapping mapping, List<Rule> rules) {
        this.mapping = mapping;
        this.rules = rules.stream().map(BoundRule.class::cast).toList();
    }

    /** Whether a mapping has both orders and lines, so that there is something to total. */
    public static boolean covers(List<Rule> rules) {
        var topics = rules.stream().map(Rule::topic).toList();
        return topics.contains(Topics.SALES_ORDERS) && topics.contains(Topics.SALES_LINES);
    }

    /**
     * The query: product, region, week_start, gross, returned, net, revenue.
     *
     * @param zone of the business, in which weeks begin
     * @throws dev.vigia.connect.expression.NoSqlException where a rule says what SQL cannot
     */
    public String text(DayOfWeek weekStart, ZoneId zone) {
        return """
            with orders as (
            %s
            ),
            lines as (
            %s
            ),
            counted as (
              select l.product, o.region, %s as week_start, coalesce(l.kind, o.kind) = 'RETURN' as came_back,
                l.quantity, l.revenue
              from lines as l join orders as o on o.order_id = l.order_id
              where l.product is not null and not l.cancelled
                and abs(l.quantity) < 1000000000000000 and abs(l.revenue) < 10000000000000000
                and o.status not in ('DRAFT', 'CANCELLED')
                and o.sold_at >= %s and o.sold_at < %s
            )
            select product, region, week_start,
              coalesce(sum(quantity) filter (where not came_back), 0) as gross,
              coalesce(sum(abs(quantity)) filter (where came_back), 0) as returned,
              sum(case when came_back then - abs(quantity) else quantity end) as net,
              sum(case when came_back then - abs(revenue) else revenue end) as revenue
            from counted
            group by product, region, week_start
            order by product, region, week_start
            """.formatted(
                        rows(Topics.SALES_ORDERS),
                        rows(Topics.SALES_LINES),
                        week(weekStart, zone),
                        startOf(mapping.header().dates().from()),
                        startOf(mapping.header().dates().to()));
    }

    private String rows(Topic topic) {
        return rules.stream()
                .filter(rule -> rule.topic().equals(topic))
                .map(rule -> new RuleSql(rule.parts()))
                .map(topic.equals(Topics.SALES_ORDERS) ? RuleSql::orders : RuleSql::lines)
                .collect(Collectors.joining("\n  union all\n"));
    }

    /** Weeks begin on the day given: shifted to Monday, cut, and shifted back. */
    private static String week(DayOfWeek start, ZoneId zone) {
        var local = "o.sold_at at time zone '" + zone.getId() + "'";
        int days = start.getValue() - DayOfWeek.MONDAY.getValue();
        return days == 0
                ? "date_trunc('week', " + local + ")::date"
                : "(date_trunc('week', (" + local + ") - interval '" + days + " days') + interval '" + days
                        + " days')::date";
    }

    private String startOf(LocalDate day) {
        return "(timestamp '" + day + "' at time zone '" + mapping.zone().getId() + "')";
    }
}
