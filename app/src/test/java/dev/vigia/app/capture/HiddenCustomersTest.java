package dev.vigia.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.SharedStack;
import dev.vigia.connect.capture.CaptureStatus;
import dev.vigia.connect.mapping.MappingFiles;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** Whatever comes of good rows and of poison, no byte of any topic names a customer. */
class HiddenCustomersTest {

    private static final String[] ODOO = {
        "create table sale_order (id integer primary key, name varchar, state varchar, date_order timestamp,"
                + " partner_id integer, partner_shipping_id integer, currency_id integer)",
        "create table sale_order_line (id integer primary key, order_id integer, product_id integer,"
                + " product_uom integer, product_uom_qty numeric, price_subtotal numeric, display_type varchar,"
                + " is_downpayment boolean)",
        "create table product_product (id integer primary key, default_code varchar, product_tmpl_id integer)",
        "create table product_template (id integer primary key, name jsonb, categ_id integer, list_price numeric,"
                + " uom_id integer)",
        "create table product_category (id integer primary key, complete_name varchar)",
        "create table uom_uom (id integer primary key, name jsonb, factor numeric)",
        "create table res_partner (id integer primary key, name varchar, state_id integer)",
        "create table res_country_state (id integer primary key, code varchar)",
        "create table res_currency (id integer primary key, name varchar)",
        "create table stock_quant (id integer primary key, product_id integer, location_id integer,"
                + " quantity numeric, reserved_quantity numeric, write_date timestamp)",
        "create table stock_location (id integer primary key, usage varchar)",
        "insert into res_country_state values (1, 'SP')",
        "insert into res_currency values (1, 'BRL')"
    };

    private static final String[] SAP = {
        "create schema sap",
        "create table sap.\"MARA\" (\"MANDT\" text, \"MATNR\" text, \"MATKL\" text, \"MEINS\" text,"
                + " primary key (\"MANDT\", \"MATNR\"))",
        "create table sap.\"MAKT\" (\"MANDT\" text, \"MATNR\" text, \"SPRAS\" text, \"MAKTX\" text,"
                + " primary key (\"MANDT\", \"MATNR\", \"SPRAS\"))",
        "create table sap.\"KNA1\" (\"MANDT\" text, \"KUNNR\" text, \"REGIO\" text, primary key (\"MANDT\", \"KUNNR\"))",
        "create table sap.\"VBAK\" (\"MANDT\" text, \"VBELN\" text, \"ERDAT\" text, \"AUDAT\" text, \"VBTYP\" text,"
                + " \"AUART\" text, \"KUNNR\" text, \"WAERK\" text, primary key (\"MANDT\", \"VBELN\"))",
        "create table sap.\"VBAP\" (\"MANDT\" text, \"VBELN\" text, \"POSNR\" text, \"MATNR\" text,"
                + " \"KWMENG\" numeric(15,3), \"MEINS\" text, \"UMVKZ\" numeric(5,0), \"UMVKN\" numeric(5,0),"
                + " \"NETWR\" numeric(15,2), \"WAERK\" text, \"ABGRU\" text,"
                + " primary key (\"MANDT\", \"VBELN\", \"POSNR\"))"
    };

    private static final String WHOLE_ROWS_IN_THE_LOG = """
            do $$ declare each record; begin
                for each in select * from pg_tables where schemaname in ('public', 'sap') loop
                    execute format('alter table %I.%I replica identity full', each.schemaname, each.tablename);
                end loop;
            end $$""";

    private static final int CUSTOMERS = 12;
    private static final Duration POLL = Duration.ofMillis(100);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final List<Integer> customers =
            random.ints(CUSTOMERS, 1_500_000_000, 2_000_000_000).boxed().toList();

    @Test
    void shouldNameNoCustomerOfOdooInAnyByte() throws Exception {
        try (var shop = new Shop(MappingFiles.text("odoo"), ODOO)) {
            shouldNameNobody(shop, this::sellByOdoo);
        }
    }

    @Test
    void shouldNameNoCustomerOfSapInAnyByte() throws Exception {
        try (var shop = new Shop(MappingFiles.text("sap-sd"), SAP)) {
            shouldNameNobody(shop, this::sellBySap);
        }
    }

    /** Some of it stands there before the snapshot, the same again comes while capture is live. */
    private void shouldNameNobody(Shop shop, Selling selling) throws Exception {
        // Given
        shop.sql(WHOLE_ROWS_IN_THE_LOG);
        selling.sell(shop, 1_000);
        // When
        assertThat(shop.start().condition())
                .as(shop.capture().status().words())
                .isEqualTo(CaptureStatus.Condition.LIVE);
        selling.sell(shop, 2_000);
        // Then
        Eventually.holds(
                () -> refused(shop), refused -> assertThat(refused).hasSizeGreaterThanOrEqualTo(2 * CUSTOMERS / 2));
        Eventually.holds(() -> sold(shop), sold -> assertThat(sold).hasSize(CUSTOMERS));
        assertThat(named(shop)).as("seed %d", seed).isEmpty();
    }

    private void sellByOdoo(Shop shop, int first) throws Exception {
        for (int i = 0; i < CUSTOMERS; i++) {
            int customer = customers.get(i);
            var poison = List.of("'weird', now()", "'sale', 'infinity'", "'sale', '1970-01-01'")
                    .get(i % 3);
            var state = i % 2 == 0 ? "'sale', '2026-05-04'" : poison;
            shop.sql(
                    "insert into res_partner values (" + customer + ", 'Customer', 1) on conflict (id) do update set"
                            + " state_id = null",
                    "insert into sale_order values (" + (first + i) + ", 'S', " + state + ", " + customer + ", "
                            + customer + ", 1)");
        }
    }

    private void sellBySap(Shop shop, int first) throws Exception {
        for (int i = 0; i < CUSTOMERS; i++) {
            int customer = customers.get(i);
            var date = i % 2 == 0
                    ? "20260504"
                    : List.of("20261399", "soon", "19700101").get(i % 3);
            shop.sql(
                    "insert into sap.\"KNA1\" values ('100', '" + customer
                            + "', 'SP') on conflict (\"MANDT\", \"KUNNR\")" + " do update set \"REGIO\" = 'RJ'",
                    "insert into sap.\"VBAK\" values ('100', '" + (first + i) + "', '" + date + "', '" + date
                            + "', 'C', 'TA', '" + customer + "', 'BRL')");
        }
    }

    private static List<DeadLetter> refused(Shop shop) {
        return shop.written().values(Topics.DEAD_LETTERS, DeadLetter.class);
    }

    /** The orders that were mapped: the ids of every second customer's, before and after the snapshot. */
    private static Set<String> sold(Shop shop) {
        var sold = new HashSet<String>();
        shop.written().values(Topics.SALES_ORDERS, SalesOrder.class).forEach(order -> sold.add(order.getOrderId()));
        return sold;
    }

    /** Every record, of whatever topic of the installation, with a customer in any of the ways in which numbers are written. */
    private List<String> named(Shop shop) {
        var named = new ArrayList<String>();
        var needles = new ArrayList<String>();
        customers.forEach(customer -> {
            needles.add(String.valueOf(customer));
            needles.add(varint(customer));
        });
        var internal = new HashSet<String>();
        read(shop.config().writer().prefix(), (topic, bytes) -> {
            if (topic.contains("-rows-")) {
                internal.add(topic);
            }
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            needles.stream().filter(text::contains).forEach(needle -> named.add(topic + ": " + text));
        });
        assertThat(internal).as("what lookups need is searched too").isNotEmpty();
        return named;
    }

    /** As Avro and kept rows write whole numbers. */
    private static String varint(long number) {
        var text = new StringBuilder();
        long rest = (number << 1) ^ (number >> 63);
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            text.append((char) ((rest & 0x7F) | 0x80));
        }
        return text.append((char) rest).toString();
    }

    private static void read(String prefix, Reader reader) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(new HashMap<>(SharedStack.kafka()), bytes, bytes)) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(prefix))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var record : consumer.poll(POLL)) {
                    if (record.key() != null) {
                        reader.read(record.topic(), record.key());
                    }
                    if (record.value() != null) {
                        reader.read(record.topic(), record.value());
                    }
                    record.headers().forEach(header -> reader.read(record.topic(), header.value()));
                }
            }
        }
    }

    private interface Selling {
        void sell(Shop shop, int firstOrder) throws Exception;
    }

    private interface Reader {
        void read(String topic, byte[] bytes);
    }
}
