package dev.vigia.app.selftest;

import dev.vigia.connect.csv.Allowance;
import dev.vigia.connect.csv.CsvImport;
import dev.vigia.connect.csv.CsvMapping;
import dev.vigia.connect.csv.CsvSource;
import dev.vigia.connect.csv.ImportListener;
import dev.vigia.connect.csv.ImportMemory;
import dev.vigia.connect.csv.ImportOptions;
import dev.vigia.connect.csv.ImportSide;
import dev.vigia.connect.csv.ImportTarget;
import dev.vigia.connect.csv.Reading;
import dev.vigia.connect.envelope.Event;
import dev.vigia.connect.envelope.EventFormat;
import dev.vigia.connect.envelope.MappedColumns;
import dev.vigia.connect.envelope.TopicEvents;
import dev.vigia.connect.envelope.TopicOrigin;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRow;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schemas.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads lines and events as imports and captures do, and keeps why they were refused. */
final class Refusals implements ImportTarget, ImportListener {

    private static final TableId TABLE = TableId.parse(MalformedEnvelopes.TABLE);

    private final List<String> reasons = new ArrayList<>();

    /** What is to be seen, kind by kind. */
    static Map<String, String> wanted(List<Malformed> kinds) {
        var wanted = new LinkedHashMap<String, String>();
        kinds.forEach(kind -> wanted.put((wanted.size() + 1) + " " + kind.kind(), kind.reason()));
        return wanted;
    }

    /** What was seen, under the kinds that it should be about. */
    Map<String, String> reasons() {
        var seen = new LinkedHashMap<String, String>();
        var kinds = reasons.size() > 0 && kindsAreEvents ? Way.ENVELOPE : Way.CSV;
        var all = Malformed.all().stream().filter(one -> one.way() == kinds).toList();
        for (int i = 0; i < reasons.size(); i++) {
            seen.put((i + 1) + " " + (i < all.size() ? all.get(i).kind() : "too many"), reasons.get(i));
        }
        return seen;
    }

    private boolean kindsAreEvents;

    void readFile(Path file) throws IOException {
        var mapping = CsvMapping.of(Mapping.parse("stock.yaml", MalformedCsv.MAPPING), Salt.none());
        var side = new ImportSide(this, ImportMemory.none(mapping.source()), (topic, epoch, found) -> {});
        var options = new ImportOptions(new Reading("UTF-8", ",", null), false, false, null, Allowance.ANY, false);
        new CsvImport(mapping, options, side, this, Clock.systemUTC())
                .run(List.of(CsvSource.of(file.toString(), InputStream.nullInputStream())));
    }

    void readEvent(byte[] value) {
        kindsAreEvents = true;
        var mapping = Mapping.parse("events.yaml", MalformedEnvelopes.MAPPING);
        var events = new TopicEvents(EventFormat.AUTO, MappedColumns.of(mapping, List.of(TABLE)), null);
        var event = events.read(new TopicOrigin("shop.stock", TABLE, Instant.EPOCH), null, value);
        if (event instanceof Event.Unreadable unreadable) {
            reasons.add(unreadable.refusal().reason());
        } else if (event instanceof Event.Changed changed) {
            var rule = mapping.bind(Map.of(TABLE, changed.shape()), Salt.none()).get(0);
            new RowByRow(rule).translate(changed.change(), this::see);
        } else {
            reasons.add("none: " + event);
        }
    }

    private void see(Output output) {
        reasons.add(output instanceof Output.Refused refused ? refused.refusal().reason() : "none: " + output);
    }

    @Override
    public boolean write(Output output, Position position, Supplier<Origin> origin) {
        see(output);
        return true;
    }

    @Override
    public void refuse(Refusal refusal, Origin origin) {
        reasons.add(refusal.reason());
    }

    @Override
    public void mark(Mark mark) {}

    @Override
    public void progress(CaptureProgress progress) {}

    @Override
    public void keep(String key, byte[] value) {}

    @Override
    public void commit() {}

    @Override
    public void say(String sentence) {}

    @Override
    public void progress(Progress progress) {}
}
