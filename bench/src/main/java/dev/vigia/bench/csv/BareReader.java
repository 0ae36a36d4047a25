package dev.vigia.bench.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.vigia.app.local.StackAddresses;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.registry.ValueSerdes;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a few lines by hand would do: the same records with the same content in Avro, made column by column, by a plain
 * producer. It checks nothing, refuses nothing, has no positions, and may double or lose what it holds when it is killed.
 */
record BareReader(StackAddresses stack) implements Contestant {

    @Override
    public String name() {
        return "bare reader";
    }

    @Override
    public void carry(SalesReport report) throws IOException {
        var values = ValueSerdes.<SpecificRecord>from(Map.of("schema.registry.url", stack.registry()))
                .serializer();
        var producer = new BareProducer<>(stack.kafka(), values);
        try (producer;
                var csv = CsvReader.builder()
                        .fieldSeparator(';')
                        .skipEmptyLines(true)
                        .ofNamedCsvRecord(report.file())) {
            var order = "";
            for (var line : csv) {
                var columns = new Columns(line);
                if (!columns.order().equals(order)) {
                    order = columns.order();
                    producer.send(Topics.SALES_ORDERS.name(), order, columns.salesOrder());
                }
                producer.send(Topics.SALES_LINES.name(), order + "|" + columns.item(), columns.salesLine());
            }
        }
        Contestant.check(producer.sent(), report.records());
    }
}
