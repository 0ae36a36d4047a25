package dev.vigia.connect.csv.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vigia.connect.csv.text.Line.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void shouldCutAtEveryKindOfLineBreakAndCountThemOnce() throws IOException {
        assertThat(read("a;b\r\nc;d\ne;f\r\rg"))
                .extracting(Line::number, Line::text)
                .containsExactly(tuple(1L, "a;b"), tuple(2L, "c;d"), tuple(3L, "e;f"), tuple(4L, ""), tuple(5L, "g"));
        assertThat(read("a\n")).hasSize(1);
        assertThat(read("")).isEmpty();
    }

    @Test
    void shouldKeepLineBreaksThatStandInQuotes() throws IOException {
        // When
        var lines = read("1;\"two\nlines; and \"\"quotes\"\"\";x\r\n2;\"a\r\nb\"\n3");
        // Then
        assertThat(lines)
                .extracting(Line::number, Line::problem)
                .containsExactly(tuple(1L, null), tuple(3L, null), tuple(5L, null));
        assertThat(new Fields(';').of(lines.get(0))).containsExactly("1", "two\nlines; and \"quotes\"", "x");
        assertThat(new Fields(';').of(lines.get(1))).containsExactly("2", "a\r\nb");
    }

    @Test
    void shouldLoseOnlyTheLineWhoseQuoteIsNeverClosed() throws IOException {
        // When
        var lines = read("1;\"open\n2;fine\n3;\"also\" fine\n4;\"whole\"\n5;5\" pipe");
        // Then
        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(lines).extracting(Line::problem).containsExactly(Problem.OPEN_QUOTE, null, null, null, null);
        assertThat(new Fields(';').of(lines.get(2))).isNull();
        assertThat(new Fields(';').of(lines.get(4))).containsExactly("5", "5\" pipe");
    }

    @Test
    void shouldGiveUpOnAQuoteThatRunsOverAThousandLines() throws IOException {
        // When
        var lines = read("\"open\n" + "plain\n".repeat(3_000));
        // Then
        assertThat(lines).hasSize(3_001);
        assertThat(lines.get(0).problem()).isEqualTo(Problem.OPEN_QUOTE);
        assertThat(lines.subList(1, 3_001)).allMatch(line -> line.problem() == null);
        assertThat(lines.get(3_000).number()).isEqualTo(3_001);
    }

    @Test
    void shouldSayWhichLineHoldsBytesThatAreNoText() throws IOException {
        // Given
        var bytes = "1;ok\n2;n?o\n3;ok\n".getBytes(UTF_8);
        bytes[8] = (byte) 0xE3;
        // When
        var lines = read(bytes);
        // Then
        assertThat(lines)
                .extracting(Line::number, Line::problem)
                .containsExactly(tuple(1L, null), tuple(2L, Problem.NOT_TEXT), tuple(3L, null));
    }

    @Test
    void shouldReadLongFieldsAndCutOffWhatIsLongerThanAnyLine() throws IOException {
        // When
        var lines = read("a;" + "x".repeat(1 << 20) + "\n" + ";".repeat(Lines.LONGEST + 10) + "\nlast\u0000");
        // Then
        assertThat(lines).extracting(Line::problem).containsExactly(null, Problem.TOO_LONG, null);
        assertThat(lines.get(0).text()).hasSize((1 << 20) + 2);
        assertThat(lines.get(1).text()).hasSize(64 << 10);
        assertThat(lines.get(2).text()).isEqualTo("last\u0000");
        assertThat(lines.get(2).number()).isEqualTo(3);
    }

    private static List<Line> read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    private static List<Line> read(byte[] bytes) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(bytes), new Encoding(UTF_8, 0, ""), ';');
        var all = new ArrayList<Line>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }
}
