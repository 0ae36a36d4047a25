package dev.vigia.bench.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.vigia.app.local.StackAddresses;
import dev.vigia.schemas.Topics;
import java.io.IOException;
import org.apache.kafka.common.serialization.StringSerializer;

/** As many records, each no more than the text of a line: how fast lines can be had at all, not what anybody could use. */
record RawText(StackAddresses stack) implements Contestant {

    @Override
    public String name() {
        return "raw text";
    }

    @Override
    public void carry(SalesReport report) throws IOException {
        var producer = new BareProducer<>(stack.kafka(), new StringSerializer());
        try (producer;
                var csv = CsvReader.builder()
                        .fieldSeparator(';')
                        .skipEmptyLines(true)
                        .ofCsvRecord(report.file())) {
            var order = "pedido";
            for (var line : csv) {
                if (line.getStartingLineNumber() > 1) {
                    var text = String.join(";", line.getFields());
                    if (!line.getField(0).equals(order)) {
                        order = line.getField(0);
                        producer.send(Topics.SALES_ORDERS.name(), order, text);
                    }
                    producer.send(Topics.SALES_LINES.name(), order + "|" + line.getField(1), text);
                }
            }
        }
        Contestant.check(producer.sent(), report.records());
    }
}
