package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a mapping file that cannot be used: each form once, on a file that is right but for one line. */
class ProblemsTest {

    private static final String RIGHT = """
            source: shop
            timezone: America/Sao_Paulo
            units:
              EA: { DZ: 12 }
            currencies: { base: BRL, rates: { USD: 5.10 } }
            types:
              shop.line: { text_amount: number }
            records:
              - to: sales.line.v1
                from: shop.line
                key: [order_id, no]
                where: sku is not null
                lookup:
                  uom: { from: shop.uom, on: { code: unit } }
                fields:
                  product: sku
                  quantity: product_uom_qty / uom.factor
                  revenue: text_amount
                  kind: { value: kind, map: { s: SALE } }
              - to: sales.order.v1
                from: shop.head
                key: [id]
                fields:
                  soldAt: instant(at)
                  customer: hash(customer_id)
              - to: equipment.asset.v1
                from: shop.machine
                key: [id]
                lookup:
                  channels: { from: shop.channel, on: { machine: id }, all: { measure: measure, unit: unit } }
            """;

    private static final Map<TableId, TableShape> SHAPES = Table.shapes(
            Table.of("shop.line", """
                    order_id! bigint, no! integer, sku text, product_uom_qty numeric, unit text, text_amount text,
                    kind text, day date, noted text, blob bytea, flag boolean"""),
            Table.of("shop.uom", "code! text, factor numeric"),
            Table.of("shop.head", "id! bigint, at timestamptz, wall timestamp, day date, customer_id text"),
            Table.of("shop.machine", "id! text"),
            Table.of("shop.channel", "machine! text, measure! text, unit text"));

    private static MappingException refused(String yaml, Salt salt) {
        try {
            Mapping.parse("shop.yaml", yaml).bind(SHAPES, salt);
        } catch (MappingException e) {
            return e;
        }
        throw new AssertionError("nothing was refused");
    }

    private static String problems(String right, String wrong) {
        assertThat(RIGHT).contains(right);
        return String.valueOf(refused(RIGHT.replace(right, wrong), Company.SALT).getMessage());
    }

    @Test
    void shouldRefuseNothingWhenTheFileIsRight() {
        assertThat(Mapping.parse("shop.yaml", RIGHT).bind(SHAPES, Company.SALT)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ~> ",
            quoteCharacter = '`',
            value = {
                // Of the file
                "source: shop ~> source: my shop ~> 1 source: \"my shop\" must be letters, digits, - and _ only.",
                "source: shop ~> sauce: shop ~> 1 sauce: a mapping has no \"sauce\". Did you mean \"source\"?",
                "timezone: America/Sao_Paulo ~> timezone: America/Sao_Paolo ~> 2 timezone: there is no time zone \"America/Sao_Paolo\". Did you mean \"America/Sao_Paulo\"?",
                "{ DZ: 12 } ~> { DZ: none } ~> 4 DZ: \"none\" is not a number above 0.",
                "{ DZ: 12 } ~> { DZ: 12, DZ: 13 } ~> 4 DZ: it stands here twice: keep one of them.",
                "base: BRL, ~> bass: BRL, ~> 5 bass: currencies has no \"bass\". Did you mean \"base\"?",
                "text_amount: number ~> text_amount: nummer ~> 7 text_amount: \"nummer\" is not a type. Did you mean \"number\"?",
                "text_amount: number ~> text_amount: 'number 12,3' ~> 7 text_amount: \"12,3\" shows no way of writing numbers. Write 1.234,56 or 1,234.56 or 1234,56.",
                "text_amount: number ~> text_amount: date ddjMM ~> 7 text_amount: \"ddjMM\" is not a pattern of dates or times (Unknown pattern letter: j). Write one such as dd/MM/yyyy HH:mm:ss.",
                "text_amount: number ~> kind: text, order_id: text ~> 11 key: column \"order_id\" is declared a text under types, but it is a number in shop.line: leave it out of types.",
                // Of an entry of records
                "to: sales.line.v1 ~> to: sales.lines.v1 ~> 9 to: there is no topic \"sales.lines.v1\" to map to. Did you mean \"sales.line.v1\"?",
                "from: shop.line ~> form: shop.line ~> 10 form: an entry of records has no \"form\". Did you mean \"from\"?",
                "from: shop.head ~> from: shop.haed ~> 20 from: there is no table \"shop.haed\" in the source. Did you mean \"shop.head\"?",
                "key: [order_id, no] ~> key: [order_id] ~> 11 key: it has 1 parts, and the key of sales.line.v1 is order|line.",
                "key: [order_id, no] ~> key: [uom.code, no] ~> 11 key: there is no lookup \"uom\" before this. There is none.",
                "key: [order_id, no] ~> key: [order_id, blob] ~> 11 key: this is of a type that mappings cannot read.",
                "where: sku is not null ~> where: sku ~> 12 where: it must say true or false, and this is text.",
                // Of lookups
                "from: shop.uom ~> from: shop.oum ~> 14 lookup uom: there is no table \"shop.oum\" in the source. Did you mean \"shop.uom\"?",
                "on: { code: unit } ~> on: { cod: unit } ~> 14 lookup uom: column \"cod\" is not in uom. Did you mean \"code\"?",
                "on: { code: unit } ~> on: { code: order_id } ~> 14 lookup uom: column \"code\" is text, and what it is compared with is a number.",
                "on: { code: unit } ~> on: {} ~> 14 lookup uom: on compares nothing: name at least one column.",
                "on: { code: unit } ~> on: { code: unit }, newest: facto ~> 14 lookup uom: column \"facto\" is not in uom. Did you mean \"factor\"?",
                "channels: { from ~> chanels: { from ~> 30 lookup chanels: a lookup with all fills the list of its own name, and there is no list \"chanels\". Did you mean \"channels\"?",
                "measure: measure, unit: unit ~> measure: measure ~> 30 unit: the field has no default, and all does not say it.",
                // Of fields
                "product: sku ~> prodct: sku ~> 16 prodct: SalesLine has no field \"prodct\". Did you mean \"product\"?",
                "product: sku ~> source: sku ~> 16 source: it is filled by itself: leave it out.",
                "product: sku ~> lineId: sku ~> 16 lineId: it is filled by key: leave it out.",
                "product: sku ~> product: skuu ~> 16 product: column \"skuu\" is not in line. Did you mean \"sku\"?",
                "product: sku ~> product: day ~> 16 product: the field is text, and this is a date.",
                "product_uom_qty / ~> product_qty / ~> 17 quantity: column \"product_qty\" is not in line. Did you mean \"product_uom_qty\"?",
                "uom.factor ~> oum.factor ~> 17 quantity: there is no lookup \"oum\" before this. Did you mean \"uom\"?",
                "uom.factor ~> uom. ~> 17 quantity: expected a column of uom and found the end.",
                "uom.factor ~> uom.factor) ~> `17 quantity: expected an operator or the end and found \")\" at character 29.`",
                "uom.factor ~> 'uom ~> 17 quantity: what begins with ' at character 19 never ends: close it with another '.",
                "uom.factor ~> uom.factor ? ~> 17 quantity: \"?\" at character 30 means nothing here: text stands in single quotes, odd names in double quotes.",
                "revenue: text_amount ~> revenue: noted ~> 18 revenue: the field is a number, and this is text: declare the column a number under types.",
                "revenue: text_amount ~> revenue: noted + 1 ~> 18 revenue: + needs a number, and this is text: declare the column a number under types.",
                "revenue: text_amount ~> revenue: 1.005 ~> 18 revenue: \"1.005\" has more than 2 decimals.",
                "revenue: text_amount ~> revenue: rund(text_amount) ~> 18 revenue: there is no function \"rund\". Did you mean \"round\"?",
                "revenue: text_amount ~> revenue: round(text_amount, 1, 2) ~> 18 revenue: round(x[, digits]) has 3 arguments here.",
                "revenue: text_amount ~> revenue: case when flag then 1 else 'x' end ~> 18 revenue: case gives a number here and text there: it must give one kind.",
                "revenue: text_amount ~> revenue: case when sku > 3 then 1 end ~> 18 revenue: cannot compare text with a number by >.",
                "{ s: SALE } ~> { s: SALES } ~> 19 kind: \"SALES\" is no symbol of SalesKind. Did you mean \"SALE\"?",
                "{ value: kind, map: { s: SALE } } ~> case when flag then 'SALES' end ~> 19 kind: \"SALES\" is no symbol of SalesKind. Did you mean \"SALE\"?",
                "{ value: kind, map: { s: SALE } } ~> { value: kind, mapp: { s: SALE } } ~> 19 mapp: kind has no \"mapp\". Did you mean \"map\"?",
                "{ value: kind, map: { s: SALE } } ~> { value: day, map: { s: SALE } } ~> 19 kind: map needs text, a number or a truth value, and this is a date.",
                "{ value: kind, map: { s: SALE } } ~> { value: no, map: { s: SALE } } ~> 19 kind: \"s\" in map is compared with a number, and is none.",
                "instant(at) ~> at ~> 24 soldAt: the field is a moment, and this is a timestamp with time zone: write instant(…).",
                "instant(at) ~> wall ~> 24 soldAt: the field is a moment, and this is a timestamp without time zone: write local(…) or instant(…).",
                "instant(at) ~> local(at) ~> 24 soldAt: local needs a wall time, and this has a zone: write instant(…).",
                "instant(at) ~> instant(day) ~> 24 soldAt: instant needs a time, and this is a date alone: write local(…).",
                "instant(at) ~> instant(id) ~> `24 soldAt: instant of a number needs to know what it counts: write instant(x, 'epoch-millis') or instant(x, 'epoch-seconds').`",
                "hash(customer_id) ~> customer_id ~> 25 customer: customers leave as hashes only: write hash(…), or leave it out.",
                "soldAt: instant(at) ~> region: customer_id ~> `24 region: column \"customer_id\" is hashed or hidden, or compared with what is, and would leave in clear here: write hash(customer_id), or leave it out.`",
            })
    void shouldSayWhatIsWrongAndTheNearestRightName(String right, String wrong, String said) {
        assertThat(problems(right, wrong).lines())
                .contains("shop.yaml:" + said.replaceFirst("\\.$", ".") + " Nothing was written.");
    }

    @Test
    void shouldSayAllThatIsWrongAtOnce() {
        // Given
        var wrong = RIGHT.replace("product: sku", "prodct: sku")
                .replace("SALE }", "SALES }")
                .replace("sales.order.v1", "sales.odrer.v1");
        // When
        var refused = refused(wrong, Company.SALT);
        // Then
        assertThat(refused.problems()).extracting(Problem::line).containsExactly(16, 19, 20);
        assertThat(String.valueOf(refused.getMessage()).lines())
                .hasSize(3)
                .allMatch(line -> line.endsWith("Nothing was written."));
    }

    @Test
    void shouldRefuseToHashWhenThereIsNoSalt() {
        assertThat(refused(RIGHT, Salt.none()))
                .hasMessage(
                        "shop.yaml:25 customer: hash(…) needs a salt, and none is set: set one with --salt-file or VIGIA_SALT, or leave the field out."
                                + " Nothing was written.");
    }

    @Test
    void shouldSayWhereWhenTheFileIsNoYaml() {
        assertThat(refused("source: [shop\ntimezone: UTC\n", Company.SALT).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).startsWith("it is not YAML: "))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
        assertThat(refused("", Company.SALT)).hasMessageContaining("shop.yaml:1 file: it is empty");
        assertThat(refused("- a\n- b\n", Company.SALT))
                .hasMessageContaining("here must stand names and what they mean");
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThat(refused("source: shop\n", Company.SALT).problems())
                .extracting(Problem::field)
                .containsExactly("timezone", "records");
        assertThat(refused("source: s\ntimezone: UTC\nrecords:\n  - to: supply.policy.v1\n", Company.SALT)
                        .problems())
                .extracting(Problem::field)
                .containsExactly("from");
        var policy = "source: s\ntimezone: UTC\nrecords:\n  - { to: supply.policy.v1, from: t, key: [a, b] }\n";
        assertThat(refused(policy, Company.SALT).problems())
                .extracting(Problem::field)
                .containsExactly("leadTimeDays", "serviceLevel");
    }
}
