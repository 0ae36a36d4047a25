package dev.vigia.app.map.guess;

import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.row.TableId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A first mapping of a schema: what is sure as mapping, what is not as comments with the reason. */
public final class FirstMapping {

    private static final List<String> TOPICS = List.of(
            "product.item.v1",
            "sales.order.v1",
            "sales.line.v1",
            "supply.policy.v1",
            "supply.inbound.v1",
            "stock.level.v1",
            "place.region.v1",
            "equipment.asset.v1",
            "channels",
            "equipment.state.v1",
            "maintenance.order.v1");

    private final Map<TableId, CatalogTable> tables;
    private final List<RecordDraft> records = new ArrayList<>();
    private final Set<TableId> used = new HashSet<>();

    public FirstMapping(Map<TableId, CatalogTable> tables, ValueSamples samples) {
        this.tables = tables;
        var chosen = new TableGuesser(Vocabulary.shipped(), tables).choose(TOPICS);
        var drafter = new RecordDrafter(tables, chosen, samples);
        chosen.forEach((topic, guess) -> {
            used.add(guess.table().table());
            if (!topic.equals("channels")) {
                records.add(drafter.draft(guess));
            }
        });
    }

    /** How many entries it is sure of. */
    public long sure() {
        return records.stream().filter(RecordDraft::isSure).count();
    }

    /** How many entries are comments. */
    public long doubtful() {
        return records.size() - sure();
    }

    /** The file, given the name of the source and the zone of its local times. */
    public List<String> lines(String source, ZoneId zone, String written) {
        var lines = new ArrayList<String>();
        lines.add("# A first mapping of " + YamlText.comment(written) + ", guessed by vigia map init.");
        lines.add(
                "# Comments are what it was not sure of. See what it does with: vigia map check --mapping FILE --jdbc URL");
        lines.add("source: " + YamlText.block(source));
        lines.add("# What local dates and times mean.");
        lines.add("timezone: " + zone);
        lines.add(sure() == 0 ? "records: []" : "records:");
        records.forEach(record -> {
            lines.add("");
            lines.addAll(record.lines());
        });
        lines.add("");
        lines.add("# Tables not used: " + unused());
        return lines;
    }

    private String unused() {
        var names = tables.keySet().stream()
                .filter(table -> !used.contains(table))
                .map(TableId::toString)
                .toList();
        return names.isEmpty() ? "none" : YamlText.comment(String.join(", ", names));
    }
}
