package dev.vigia.connect.csv.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void shouldReadNumbersAsTheFirstLinesWriteThem() {
        assertThat(number("12", "1.234,56").read("-1.234.567,8")).isEqualTo(new BigDecimal("-1234567.8"));
        assertThat(number("R$ 1,5").read("R$ 1.000")).isEqualTo(new BigDecimal("1000"));
        assertThat(number("1,50").read("2,5-")).isEqualTo(new BigDecimal("-2.5"));
        assertThat(number("12.50").read("1234.567")).isEqualTo(new BigDecimal("1234.567"));
        assertThat(number("1,234,567").read("1,234.5")).isEqualTo(new BigDecimal("1234.5"));
        assertThat(number("12.5").read(" ")).isNull();
        assertThat(number("12.5").read("123456789012345678901234567890.5"))
                .isEqualTo(new BigDecimal("123456789012345678901234567890.5"));
    }

    @Test
    void shouldRefuseToGuessWhetherADotMarksThousands() {
        assertThatThrownBy(() -> number("7", "1.234", "2.500"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("column \"quantity\": \"1.234\" can be read in more than one way")
                .hasMessageContaining("quantity: number 1.234,56")
                .hasMessageContaining("Nothing was written");
        assertThatThrownBy(() -> number("1,234")).hasMessageContaining("more than one way");
    }

    @Test
    void shouldTakeNoZeroForThousandsWhenANumberBeginsWithIt() {
        var declared = Formats.choose("quantity", declared(ColumnType.NUMBER, "1.234,56"), List.of())
                .cells();
        assertThat(reason(declared.read("0.500"))).isEqualTo("wrong-type");
        assertThat(reason(declared.read("-012.500"))).isEqualTo("wrong-type");
        assertThat(declared.read("0,500")).isEqualTo(new BigDecimal("0.500"));
        assertThat(declared.read("100.500")).isEqualTo(new BigDecimal("100500"));
        assertThat(number("1.234", "0.500").read("1.234")).isEqualTo(new BigDecimal("1.234"));
    }

    @Test
    void shouldRefuseAColumnThatContradictsItself() {
        assertThatThrownBy(() -> number("12.5", "12,5"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("written in more than one way in the first lines");
    }

    @Test
    void shouldTakeOnlyWholeNumbersWhenTheFirstLinesShowNoOthers() {
        // Given
        var cells = number("5", "1200", "");
        // Then
        assertThat(cells.read("77")).isEqualTo(new BigDecimal("77"));
        assertThat(reason(cells.read("1.234"))).isEqualTo("wrong-type");
    }

    @Test
    void shouldRefuseCellsThatAreNoNumber() {
        var cells = number("1.234,56");
        for (var cell : List.of(
                "abc", "1e5", "1,2,3", "1.2345", "12.34", "-", ",", "1,", "R$", "--1", "0x10", "9".repeat(1 << 20))) {
            assertThat(reason(cells.read(cell))).as(cell).isEqualTo("wrong-type");
        }
        assertThat(reason(cells.read("NaN"))).isEqualTo("not-a-number");
        assertThat(reason(cells.read("-Infinity"))).isEqualTo("infinite");
    }

    @Test
    void shouldReadNumbersAsDeclaredWhateverTheFirstLinesSay() {
        var chosen = Formats.choose("quantity", declared(ColumnType.NUMBER, "1.234,56"), List.of("1.234"));
        assertThat(chosen.cells().read("1.234")).isEqualTo(new BigDecimal("1234"));
        assertThat(chosen.detected()).isNull();
        assertThatThrownBy(() -> Formats.choose("quantity", declared(ColumnType.NUMBER, "lots"), List.of()))
                .hasMessageContaining("not written like \"lots\"");
    }

    @Test
    void shouldReadDatesAsTheFirstLinesWriteThem() {
        var day = LocalDate.of(2026, 1, 31);
        assertThat(times(ColumnType.DATE, "2026-01-02").read("2026-01-31")).isEqualTo(day);
        assertThat(times(ColumnType.DATE, "01/02/2026", "31/01/2026").read("31/1/2026"))
                .isEqualTo(day);
        assertThat(times(ColumnType.DATE, "01/31/2026").read("01/31/2026")).isEqualTo(day);
        assertThat(times(ColumnType.DATE, "31.01.2026").read("31.01.2026")).isEqualTo(day);
        assertThat(times(ColumnType.DATE, "20260131").read("20260131")).isEqualTo(day);
        assertThat(times(ColumnType.LOCAL_TIMESTAMP, "31/01/2026 10:30").read("31/01/2026 10:30:15.5"))
                .isEqualTo(LocalDateTime.of(2026, 1, 31, 10, 30, 15, 500_000_000));
        assertThat(times(ColumnType.INSTANT, "2026-01-31T10:30:00-03:00").read("2026-01-31T10:30:00-0300"))
                .isEqualTo(Instant.parse("2026-01-31T13:30:00Z"));
    }

    @Test
    void shouldRefuseToGuessWhichIsTheMonth() {
        assertThatThrownBy(() -> times(ColumnType.DATE, "01/02/2026", "03/02/2026"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"01/02/2026\" can be read in more than one way")
                .hasMessageContaining("day: date dd/MM/yyyy or day: date MM/dd/yyyy");
    }

    @Test
    void shouldRefuseDaysThatDoNotExist() {
        var declared = Formats.choose("day", declared(ColumnType.DATE, "dd/MM/yyyy"), List.of())
                .cells();
        assertThat(declared.read("28/02/2026")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(reason(declared.read("30/02/2026"))).isEqualTo("wrong-type");
        assertThat(reason(declared.read("2026-02-28"))).isEqualTo("wrong-type");
        assertThatThrownBy(() -> Formats.choose("day", declared(ColumnType.DATE, "dd/QQ}"), List.of()))
                .hasMessageContaining("is no pattern");
    }

    private static Cells number(String... sample) {
        return Formats.choose("quantity", declared(ColumnType.NUMBER, null), List.of(sample))
                .cells();
    }

    private static Cells times(ColumnType type, String... sample) {
        return Formats.choose("day", declared(type, null), List.of(sample)).cells();
    }

    private static Declared declared(ColumnType type, @Nullable String format) {
        return new Declared(type, format);
    }

    private static String reason(@Nullable Object value) {
        return value instanceof Unusable unusable ? unusable.reason() : "usable: " + value;
    }
}
