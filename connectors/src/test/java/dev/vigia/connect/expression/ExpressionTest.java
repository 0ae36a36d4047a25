package dev.vigia.connect.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions beside independent computations. */
class ExpressionTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final TableShape SHAPE = new TableShape(
            TableId.parse("shop.things"),
            List.of(
                    new Column("n", ColumnType.NUMBER, "numeric"),
                    new Column("m", ColumnType.NUMBER, "numeric"),
                    new Column("t", ColumnType.TEXT, "text"),
                    new Column("d", ColumnType.DATE, "date"),
                    new Column("w", ColumnType.LOCAL_TIMESTAMP, "timestamp"),
                    new Column("i", ColumnType.INSTANT, "timestamptz"),
                    new Column("b", ColumnType.BOOLEAN, "boolean"),
                    new Column("end", ColumnType.NUMBER, "integer"),
                    new Column("f", ColumnType.NUMBER, "double precision")),
            List.of("n"));
    private static final Setting SETTING = new Setting(
            ZONE,
            new Factors(Map.of("EA", Map.of("DZ", new BigDecimal(12), "BX", new BigDecimal(24)))),
            new Factors(Map.of("BRL", Map.of("USD", new BigDecimal("5.10"), "EUR", new BigDecimal("6")))),
            clear -> "hashed " + clear);

    private final @Nullable Object[] values = new Object[SHAPE.columns().size()];
    private final Source source = new Source(SHAPE, Map.of(), Set.of());

    private ExpressionTest with(String column, Object value) {
        values[SHAPE.indexOf(column)] = value;
        return this;
    }

    private Term term(String text) {
        Scope scope = (lookup, name) -> source.column(name, 0, "this");
        return new Compiler(scope, SETTING).compile(Parser.parse(text));
    }

    private @Nullable Object value(String text) {
        return term(text).value(new Scene(1).with(0, source, new Row(SHAPE, values)));
    }

    private BigDecimal decimal(String text) {
        return (BigDecimal) Objects.requireNonNull(value(text));
    }

    private String sql(String text) {
        return term(text).sql().text();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " = ",
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 = 7",
                "(1 + 2) * 3 = 9",
                "7 − 2 × 3 = 1",
                "1 - 2 - 3 = -4",
                "8 ÷ 4 / 2 = 1",
                "-2 * -3 = 6",
                "- (1 + 1) = -2",
                "round(2.5) = 2",
                "round(3.5) = 4",
                "round(-2.5) = -2",
                "round(1.005, 2) = 1.00",
                "round(1.015, 2) = 1.02",
                "abs(-3) = 3",
                "length('aé😀') = 3",
                "coalesce(null, 4, 5) = 4",
                "least(3, null, 2) = 2",
                "greatest(3, null, 2) = 3",
                "nullif(3, 4) = 3",
                "case when 1 > 2 then 10 when 2 > 1 then 20 else 30 end = 20",
                "case 2 when 1 then 10 when 2 then 20 end = 20",
                "convert(2, 'DZ', 'EA') = 24",
                "convert(2, 'EA', 'EA') = 2",
                "convert(36, 'EA', 'DZ') = 3",
                "convert(2, 'BX', 'DZ') = 4",
                "exchange(10, 'USD', 'BRL') = 51",
                "exchange(17, 'EUR', 'USD') = 20",
            })
    void shouldComputeNumbersExactly(String text, String expected) {
        assertThat(decimal(text)).isEqualByComparingTo(number(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " = ",
            quoteCharacter = '`',
            value = {
                "upper('aé') = AÉ",
                "lower('AÉ') = aé",
                "trim('  a b ') = `a b`",
                "trim('xxaxx', 'x') = a",
                "ltrim('000120', '0') = 120",
                "rtrim('a--', '-') = a",
                "substring('Straße', 3) = raße",
                "substring('Straße', 3, 2) = ra",
                "substring('Straße', 0, 3) = St",
                "substring('a😀b', 2, 1) = 😀",
                "replace('a.b.c', '.', '-') = a-b-c",
                "replace('abc', '', '-') = abc",
                "concat('a', null, 1.50, 'b') = a1.5b",
                "'a' || 42 || 'b' = a42b",
                "'it''s' = it's",
                "json('{\"en_US\": \"Desk\", \"x\": 1}', 'en_US') = Desk",
                "json('{\"v\": 1.50}', 'v') = 1.50",
                "json('{\"v\": 1.5e3}', 'v') = 1500",
                "hash('C-1') = `hashed C-1`",
                "hash(42.00) = `hashed 42`",
                "greatest('a', 'B') = a",
            })
    void shouldComputeText(String text, String expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "1 = 1.0 -> true",
                "'a' <> 'b' -> true",
                "2 >= 2 -> true",
                "2 ≠ 2 -> false",
                "true and null -> null",
                "false and null -> false",
                "true or null -> true",
                "not null -> null",
                "null = null -> null",
                "null is null -> true",
                "1 is not null -> true",
                "2 in (1, 2) -> true",
                "3 not in (1, 2) -> true",
                "3 in (1, null) -> null",
                "1 in (1, null) -> true",
                "not 1 = 2 -> true",
                "1 = 1 or 1/0 = 1 -> true",
            })
    void shouldJudgeAsSqlDoes(String text, String expected) {
        assertThat(String.valueOf(value(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n + 1",
                "n / 2",
                "- n",
                "abs(n)",
                "exp(n)",
                "round(n)",
                "upper(t)",
                "t || 'x'",
                "local(d)",
                "instant(i)",
                "substring(t, 1)",
                "hash(t)",
                "week(n, '2020-01-06')",
                "convert(n, t, 'EA')",
                "n > 1",
                "json(t, 'x')"
            })
    void shouldGiveNullWhenAnArgumentIsNull(String text) {
        assertThat(value(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "1 / 0 -> arithmetic: division by zero",
                "exp(1000) -> arithmetic: exp of more than 200",
                "convert(1, 'KG', 'EA') -> unknown-unit: nothing in the mapping leads from \"KG\" to \"EA\"",
                "exchange(1, 'JPY', 'BRL') -> unknown-currency: nothing in the mapping leads from \"JPY\" to \"BRL\"",
                "json('{', 'x') -> unreadable: the text is not JSON",
                "json('{} and more', 'x') -> unreadable: the text is not JSON",
                "json('{\"x\": 1e9999}', 'x') -> out-of-range: the number is absurdly large or long",
                "week(1.5, '2020-01-06') -> wrong-type: the number of a week is not whole",
                "local('2024-02-30') -> unreadable: \"2024-02-30\" is not a date or time as the mapping expects it",
                "local('x', 'dd/MM/yyyy') -> unreadable: \"x\" is not a date or time as the mapping expects it",
                "substring('a', 1, -1) -> out-of-range: substring of a length below 0",
            })
    void shouldRefuseWhatCannotBeComputed(String text, String reason) {
        assertThatThrownBy(() -> value(text))
                .isInstanceOf(RefusedException.class)
                .hasMessage(reason);
    }

    @Test
    void shouldKeepWhatExactArithmeticKeeps() {
        // Given
        long seed = 20240506;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var left = new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(12));
            var right = new BigDecimal(1 + random.nextInt(1_000_000)).movePointLeft(random.nextInt(8));
            with("n", left).with("m", right);
            // Then
            assertThat(value("n + m")).isEqualTo(left.add(right));
            assertThat(value("n - m")).isEqualTo(left.subtract(right));
            assertThat(value("n * m")).isEqualTo(left.multiply(right));
            assertThat(decimal("n / m"))
                    .isEqualByComparingTo(
                            left.divide(right, new MathContext(80)).setScale(30, RoundingMode.HALF_UP));
            assertThat(decimal("n * m / m")).isEqualByComparingTo(left);
            assertThat(value("round(n, 3)")).isEqualTo(left.setScale(3, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void shouldRaiseEToAPowerTo30Decimals() {
        // Then: from tables
        assertThat(value("exp(1)")).isEqualTo(number("2.718281828459045235360287471353"));
        assertThat(value("exp(-1)")).isEqualTo(number("0.367879441171442321595523770161"));
        assertThat(value("exp(10)")).isEqualTo(number("22026.465794806716516957900645284244"));
        assertThat(decimal("exp(0)")).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(decimal("exp(-500)")).isEqualByComparingTo(BigDecimal.ZERO);
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            double x = random.nextDouble() * 40 - 20;
            with("n", BigDecimal.valueOf(x));
            assertThat(decimal("exp(n)").doubleValue())
                    .isCloseTo(Math.exp(x), org.assertj.core.data.Percentage.withPercentage(1e-8));
        }
    }

    @Test
    void shouldReadWallTimesAsTheZoneHadThem() {
        // Given: Sao Paulo had no 2018-11-04 00:00 to 01:00, and 2018-02-17 23:00 to 24:00 twice
        with("d", LocalDate.of(2018, 11, 4));
        assertThat(value("local(d)")).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
        with("w", LocalDateTime.parse("2018-11-04T00:30"));
        assertThat(value("local(w)")).isEqualTo(Instant.parse("2018-11-04T03:30:00Z"));
        with("w", LocalDateTime.parse("2018-02-17T23:30"));
        assertThat(value("local(w)")).isEqualTo(Instant.parse("2018-02-18T02:30:00Z"));
        assertThat(value("instant(w)")).isEqualTo(Instant.parse("2018-02-17T23:30:00Z"));
        // And: everywhere else there is one answer
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            var at = LocalDateTime.of(1995, 1, 1, 0, 0).plusMinutes(random.nextInt(30 * 525_600));
            if (ZONE.getRules().getValidOffsets(at).size() == 1) {
                assertThat(with("w", at).value("local(w)"))
                        .isEqualTo(at.atZone(ZONE).toInstant());
            }
            assertThat(with("d", at.toLocalDate()).value("local(d)"))
                    .isEqualTo(at.toLocalDate().atStartOfDay(ZONE).toInstant());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "local('2024-05-06') -> 2024-05-06T03:00:00Z",
                "local('2024-05-06T10:00') -> 2024-05-06T13:00:00Z",
                "local('06/05/2024', 'dd/MM/yyyy') -> 2024-05-06T03:00:00Z",
                "local(20240506, 'yyyyMMdd') -> 2024-05-06T03:00:00Z",
                "instant('2024-05-06T10:00:00+02:00') -> 2024-05-06T08:00:00Z",
                "instant('2024-05-06 10:00:00Z') -> 2024-05-06T10:00:00Z",
                "instant('2024-05-06 10:00:00+02') -> 2024-05-06T08:00:00Z",
                "instant('2024-05-06 10:00') -> 2024-05-06T10:00:00Z",
                "instant('20240506 1000', 'yyyyMMdd HHmm') -> 2024-05-06T10:00:00Z",
                "instant(1714989600000, 'epoch-millis') -> 2024-05-06T10:00:00Z",
                "instant(1714989600, 'epoch-seconds') -> 2024-05-06T10:00:00Z",
                "instant('1714989600', 'epoch-seconds') -> 2024-05-06T10:00:00Z",
                "local(week(2, '2024-04-22')) -> 2024-05-06T03:00:00Z",
            })
    void shouldReadMoments(String text, Instant expected) {
        assertThat(value(text)).isEqualTo(expected);
        assertThat(term(text).kind()).isEqualTo(Kind.MOMENT);
    }

    @Test
    void shouldReadNamesThatAreQuoted() {
        assertThat(with("end", BigDecimal.TEN).value("\"end\" + this.\"end\"")).isEqualTo(number("20"));
    }

    @Test
    void shouldRefuseWhatCannotBeUsedOnlyWhereItIsRead() {
        // Given
        with("n", new Unusable("NaN", "not-a-number", "it is NaN")).with("m", BigDecimal.ONE);
        // Then
        assertThat(value("m + 1")).isEqualTo(number("2"));
        assertThatThrownBy(() -> value("n + 1")).hasMessage("not-a-number: column \"n\": it is NaN");
        with("m", "text");
        assertThatThrownBy(() -> value("m + 1"))
                .hasMessage("wrong-type: column \"m\" was a number and is none in this row");
        with("m", new BigDecimal("1e100000"));
        assertThatThrownBy(() -> value("m + 1")).hasMessage("out-of-range: the number is absurdly large or long");
    }

    @Test
    void shouldNotSayAHashedValueInWords() {
        // Given
        var secretive = new Source(SHAPE, Map.of(), Set.of("t", "n"));
        var row = new Row(
                SHAPE, with("t", "secret 4711").with("n", new Unusable("secret", "not-a-number", "secret")).values);
        Scope scope = (lookup, name) -> secretive.column(name, 0, "this");
        for (var text : List.of("local(t)", "instant(t)", "json(t, 'x')", "convert(1, t, 'EA')", "n + 1", "hash(n)")) {
            var term = new Compiler(scope, SETTING).compile(Parser.parse(text));
            // Then
            assertThatThrownBy(() -> term.value(new Scene(1).with(0, secretive, row)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageNotContaining("secret 4711")
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void shouldRefuseWhatIsNestedTooDeep() {
        assertThatThrownBy(() -> Parser.parse("(".repeat(5000) + "1" + ")".repeat(5000)))
                .hasMessage("parts stand in each other more than 100 deep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "n + 1 => (\"this\".\"n\" + 1)",
                "f => \"this\".\"f\"::text::numeric",
                "\"end\" => \"this\".\"end\"::numeric",
                "n / 2 => round((\"this\".\"n\" + 0.000000000000000000000000000000) / 2, 30)",
                "t || n => (\"this\".\"t\" || trim_scale(\"this\".\"n\")::text)",
                "t > 'a' => (\"this\".\"t\" > 'a' collate \"C\")",
                "t in ('a', 'b') => ((\"this\".\"t\" = 'a') or (\"this\".\"t\" = 'b'))",
                "d >= '2024-01-01' => (\"this\".\"d\" >= date '2024-01-01')",
                "local(d) => (\"this\".\"d\"::timestamp at time zone 'America/Sao_Paulo')",
                "instant(w) => (\"this\".\"w\" at time zone 'UTC')",
                "round(n, 2) => (select case when abs(v) * 100 % 1 = 0.5 then round(v * 50.0) * 0.02 else round(v, 2) end from (select \"this\".\"n\" as v) as exact)",
                "convert(n, t, 'EA') => case \"this\".\"t\" when 'BX' then (\"this\".\"n\" * 24) when 'DZ' then (\"this\".\"n\" * 12) when 'EA' then (\"this\".\"n\" * 1) end",
                "week(n, '2024-01-01') => (date '2024-01-01' + (\"this\".\"n\")::int * 7)",
                "json(t, 'x') => (case when btrim(\"this\".\"t\", E' \\t\\r\\n') ~ '^([{].*[}]|[[].*[]]|null)$' then \"this\".\"t\"::jsonb ->> 'x' when btrim(\"this\".\"t\", E' \\t\\r\\n') <> '' then E'\\x01' end)",
                "case when b then 'it''s' end => case when \"this\".\"b\" then 'it''s' else null end",
            })
    void shouldSayItInSql(String text, String sql) {
        assertThat(sql(text)).isEqualTo(sql);
    }

    @Test
    void shouldSayWhatSqlHasNoWordsFor() {
        assertThatThrownBy(() -> sql("hash(t)"))
                .isInstanceOf(NoSqlException.class)
                .hasMessage("hashes");
    }

    @Test
    void shouldFindColumnsInRowsOfAnotherShape() {
        // Given
        var term = term("n + 1");
        var later = new TableShape(
                SHAPE.table(),
                List.of(new Column("new", ColumnType.TEXT, "text"), new Column("n", ColumnType.NUMBER, "numeric")),
                List.of("n"));
        // Then
        assertThat(term.value(new Scene(1).with(0, source, new Row(later, new Object[] {"x", BigDecimal.ONE}))))
                .isEqualTo(number("2"));
        var without = new TableShape(SHAPE.table(), List.of(new Column("new", ColumnType.TEXT, "text")), List.of());
        assertThatThrownBy(() -> term.value(new Scene(1).with(0, source, new Row(without, new Object[] {"x"}))))
                .hasMessage("missing-column: the row has no column \"n\"");
    }
}
