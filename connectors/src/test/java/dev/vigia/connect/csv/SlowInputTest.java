package dev.vigia.connect.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Standard input that pauses, as a slow export does. */
class SlowInputTest {

    private static final String MAPPING = """
            source: report
            timezone: America/Sao_Paulo
            records:
              - { to: sales.order.v1, from: sales.csv, key: [id], fields: { region: region } }
            """;
    private static final int LINES = 95_100;

    /** Lines that may have been read and not handed on: they are in no transaction. */
    private static final int WAITING = 1_000;

    @Test
    void shouldCommitWhatCameWhileNothingMoreComes() throws IOException {
        // Given
        var committed = new CountDownLatch(1);
        var kafka = new Remembered() {
            @Override
            public void commit() {
                super.commit();
                if (standing.size() >= LINES - WAITING) {
                    committed.countDown();
                }
            }
        };
        var pause = new Pause(committed);
        var input = new SequenceInputStream(new ByteArrayInputStream(lines()), pause);
        // When
        var mapping = CsvMapping.of(Mapping.parse("report.yaml", MAPPING), Salt.none());
        var side = new ImportSide(kafka, kafka.memory(), kafka);
        var options = new ImportOptions(Reading.FOUND_OUT, false, false, null, Allowance.ANY, false);
        new CsvImport(mapping, options, side, ImportListener.NOBODY, Clock.systemUTC())
                .run(List.of(CsvSource.of("-", input)));
        // Then
        assertThat(pause.ended).isTrue();
        assertThat(kafka.standing).hasSize(LINES);
    }

    /** More than is looked at before the first line is imported. */
    private static byte[] lines() {
        var text = new StringBuilder("id,region\n");
        for (int i = 0; i < LINES; i++) {
            text.append(i).append(",a region with a name\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    /** Ends when something was committed. */
    private static final class Pause extends InputStream {

        private final CountDownLatch committed;
        private boolean ended;

        Pause(CountDownLatch committed) {
            this.committed = committed;
        }

        @Override
        public int read() throws IOException {
            try {
                ended = committed.await(20, TimeUnit.SECONDS);
                return -1;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }
}
