package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.row.TableId;
import dev.vigia.schema.ProductItem;
import dev.vigia.schema.SalesOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The mapping of SAP SD on rows of the shapes that its tables have. */
class SapMappingTest {

    private static final Table VBAK = Table.of("sap.VBAK", """
            MANDT! text, VBELN! text, ERDAT text, AUDAT text, VBTYP text, AUART text, KUNNR text, WAERK text""");
    private static final Table VBAP = Table.of("sap.VBAP", """
            MANDT! text, VBELN! text, POSNR! text, MATNR text, KWMENG numeric(15,3), VRKME text, MEINS text,
            UMVKZ numeric(5,0), UMVKN numeric(5,0), NETWR numeric(15,2), WAERK text, ABGRU text""");
    private static final Table KNA1 = Table.of("sap.KNA1", "MANDT! text, KUNNR! text, NAME1 text, REGIO text");
    private static final Table MARA = Table.of("sap.MARA", "MANDT! text, MATNR! text, MATKL text, MEINS text");
    private static final Table MAKT = Table.of("sap.MAKT", "MANDT! text, MATNR! text, SPRAS! text, MAKTX text");
    private static final List<Table> TABLES = List.of(VBAK, VBAP, KNA1, MARA, MAKT);

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final List<String> REGIONS = List.of("SP", "RJ", "MG");

    private final Totals byHand = new Totals();
    private final Database database = new Database();

    private static Rule rule(String topic) {
        return Company.rule("sap-sd", TABLES, topic);
    }

    @Test
    void shouldTotalWhatWasSoldAsCountedByHand() {
        // Given
        long seed = 815;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < REGIONS.size(); i++) {
            database.add(KNA1.row("100", "000000010" + i, "Somebody", REGIONS.get(i)));
        }
        for (int order = 1; order <= 300; order++) {
            sell(order, random);
        }
        // When
        var totals = Totals.of(database, rule("sales.order.v1"), rule("sales.line.v1"), ZONE);
        // Then
        assertThat(totals.cells()).hasSizeGreaterThan(100).isEqualTo(byHand.cells());
    }

    private void sell(int order, Random random) {
        var type = List.of("C", "C", "C", "H", "B").get(random.nextInt(5));
        var on = LocalDate.of(2023, 12, 25).plusDays(random.nextInt(120));
        int region = random.nextInt(REGIONS.size());
        boolean dated = random.nextInt(20) != 0;
        var text = DateTimeFormatter.BASIC_ISO_DATE.format(on);
        database.add(VBAK.row(
                "100",
                "%010d".formatted(order),
                dated ? text : "00000000",
                random.nextBoolean() && dated ? text : "00000000",
                type,
                type.equals("H") ? "RE" : "TA",
                "000000010" + region,
                "BRL"));
        var week = dated && !type.equals("B") ? on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : null;
        for (int line = 1; line <= 1 + random.nextInt(4); line++) {
            sellLine(order, line, random, week, REGIONS.get(region), type.equals("H"));
        }
    }

    private void sellLine(
            int order, int line, Random random, @Nullable LocalDate week, String region, boolean cameBack) {
        var material = 1000 + random.nextInt(5);
        boolean rejected = random.nextInt(10) == 0;
        int times = List.of(1, 12, 1, 7).get(random.nextInt(4));
        int divided = List.of(1, 1, 3, 6).get(random.nextInt(4));
        var quantity = BigDecimal.valueOf(1 + random.nextInt(9999), 3);
        var amount = BigDecimal.valueOf(random.nextInt(100_000), 2);
        database.add(VBAP.row(
                "100",
                "%010d".formatted(order),
                "%06d".formatted(line * 10),
                "%018d".formatted(material),
                quantity,
                "KAR",
                "ST",
                BigDecimal.valueOf(times),
                BigDecimal.valueOf(divided),
                amount,
                "BRL",
                rejected ? "Z1" : ""));
        if (week == null || rejected) {
            return;
        }
        var units = quantity.multiply(BigDecimal.valueOf(times))
                .divide(BigDecimal.valueOf(divided), 60, RoundingMode.HALF_EVEN)
                .setScale(3, RoundingMode.HALF_EVEN);
        if (cameBack) {
            byHand.cameBack(String.valueOf(material), region, week, units, amount);
        } else {
            byHand.sold(String.valueOf(material), region, week, units, amount);
        }
    }

    @Test
    void shouldTakeTheZerosOffNumbersAndHashTheCustomer() {
        // Given
        database.add(VBAK.row("100", "0000004711", "20240229", "00000000", "C", "TA", "0000000100", "BRL"))
                .add(KNA1.row("100", "0000000100", "Somebody", "SP"))
                .add(MARA.row("100", "000000000000001234", "PUMPS", "ST"))
                .add(MAKT.row("100", "000000000000001234", "E", "Pump"))
                .add(MAKT.row("100", "000000000000001234", "P", "Bomba"));
        // When
        var order = database.records(rule("sales.order.v1"), SalesOrder.class).get(0);
        var item = database.records(rule("product.item.v1"), ProductItem.class).get(0);
        // Then
        assertThat(order.getOrderId()).isEqualTo("4711");
        assertThat(order.getSoldAt())
                .isEqualTo(LocalDate.of(2024, 2, 29).atStartOfDay(ZONE).toInstant());
        assertThat(order.getRegion()).isEqualTo("SP");
        assertThat(order.getCustomer()).isEqualTo(Company.SALT.hash("0000000100"));
        assertThat(item).isEqualTo(new ProductItem("1234", "Bomba", "PUMPS", "EA", null, "", null, null, "sap-sd"));
    }

    @Test
    void shouldCallTheCustomersNumberHashedWhereverItIsCompared() {
        // When
        var mapping = MappingFiles.read("sap-sd");
        // Then
        assertThat(mapping.hashedColumns(TableId.parse("sap.VBAK"))).containsExactly("KUNNR");
        assertThat(mapping.hashedColumns(TableId.parse("sap.KNA1"))).containsExactly("KUNNR");
        assertThat(mapping.hashedColumns(TableId.parse("sap.VBAP"))).isEmpty();
    }
}
