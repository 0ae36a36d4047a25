package dev.vigia.connect.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How text is read as what it is declared to be. */
class DeclaredTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "number | 12.50 | 12.50",
                "number | -1e3 | -1E+3",
                "number 1.234,56 | 1.234.567,89 | 1234567.89",
                "number 1.234,56 | 1234567,89 | 1234567.89",
                "number 1234,56 | -0,5 | -0.5",
                "number 1,234.56 | 12,345 | 12345",
                "number 1,234.56 | 0.500 | 0.500",
                "number 1.234,56 | 100.500 | 100500",
                "boolean | Yes | true",
                "boolean | 0 | false",
                "date | 2024-02-29 | 2024-02-29",
                "date dd/MM/yyyy | 29/02/2024 | 2024-02-29",
                "time | 10:15 | 10:15",
                "timestamp | 2024-02-29 10:15:30 | 2024-02-29T10:15:30",
                "timestamp dd/MM/yyyy HH:mm | 29/02/2024 10:15 | 2024-02-29T10:15",
                "timestamptz | 2024-02-29T10:15:30-03:00 | 2024-02-29T13:15:30Z",
                "text | x | x",
            })
    void shouldReadWhatIsWrittenAsDeclared(String declared, String text, String expected) {
        assertThat(DeclaredType.parse(declared).read(text)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "number | 1,5 | unreadable",
                "number | NaN | not-a-number",
                "number | Infinity | infinite",
                "number 1.234,56 | 1.23,5 | unreadable",
                "number 1.234,56 | 1,2,3 | unreadable",
                "number 1.234,56 | 0.500 | unreadable",
                "number 1,234.56 | -012,345.6 | unreadable",
                "number | 1e999999 | unreadable",
                "boolean | maybe | unreadable",
                "date | 2023-02-29 | unreadable",
                "date dd/MM/yyyy | 31/04/2024 | unreadable",
                "timestamp | 2024-02-29T10:15:30Z | unreadable",
            })
    void shouldSayWhatCannotBeRead(String declared, String text, String reason) {
        assertThat(DeclaredType.parse(declared).read(text)).isInstanceOfSatisfying(Unusable.class, unusable -> {
            assertThat(unusable.reason()).isEqualTo(reason);
            assertThat(unusable.text()).isEqualTo(text);
        });
    }

    @Test
    void shouldReadNothingAsNull() {
        assertThat(DeclaredType.parse("number").read(" ")).isNull();
        assertThat(DeclaredType.parse("date").read(null)).isNull();
        assertThat(DeclaredType.parse("text").read("")).isEqualTo("");
    }

    @Test
    void shouldReadWhatJavaWritesInBrazil() {
        // Given
        long seed = 55;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var brazil = NumberFormat.getInstance(Locale.forLanguageTag("pt-BR"));
        brazil.setMaximumFractionDigits(6);
        var type = DeclaredType.parse("number 1.234,56");
        for (int i = 0; i < 2000; i++) {
            var number = BigDecimal.valueOf(random.nextInt(), random.nextInt(7));
            // Then
            assertThat((BigDecimal) type.read(brazil.format(number))).isEqualByComparingTo(number);
        }
    }

    @Test
    void shouldRefuseFormatsThatMeanNothing() {
        assertThatThrownBy(() -> DeclaredType.parse("boolean dd")).hasMessage("a boolean has no format");
        assertThatThrownBy(() -> DeclaredType.parse("number 1.234.56")).hasMessageContaining("shows no way");
    }
}
