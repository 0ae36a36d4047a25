package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.join.Changelog;
import dev.vigia.connect.join.RocksStore;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipped mappings, assembled while their rows change, against the plain way of {@link Database}. */
class AssembledMappingsTest {

    private static final int CHANGES = 1_500;
    private static final List<String> STATES = List.of("running", "off", "starting", "maintenance");

    @TempDir
    private Path folder;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Map<String, @Nullable SpecificRecord> newest = new HashMap<>();

    @Test
    void shouldAssembleTheWarehouseAsAPlainJoinDoes() {
        shouldAssemble("wms", Company.WMS);
    }

    @Test
    void shouldAssembleThePlantAsAPlainJoinDoes() {
        shouldAssemble("plant", Company.PLANT);
    }

    private void shouldAssemble(String mapping, List<Table> tables) {
        // Given
        var rules = Assembler.needed(Company.rules(mapping, tables), rule -> false);
        var rows = new HashMap<List<@Nullable Object>, Row>();
        try (var assembler = open(rules, tables)) {
            assembler.begin(1);
            assembler.snapshotDone(this::keep);
            // When
            for (int i = 0; i < CHANGES; i++) {
                assembler.accept(change(tables.get(random.nextInt(tables.size())), rows), this::keep);
                if (random.nextInt(10) == 0) {
                    assembler.endOfTransaction(this::keep);
                }
            }
            assembler.endOfTransaction(this::keep);
        }
        // Then
        var database = new Database().add(rows.values().toArray(Row[]::new));
        assertEqual(rules, database);
    }

    private void assertEqual(List<Rule> rules, Database database) {
        var expected = new HashMap<String, SpecificRecord>();
        var refused = new HashSet<String>();
        for (var rule : rules) {
            database.made(rule).forEach(made -> expect(rule, made, expected, refused));
        }
        var seen = new HashMap<>(newest);
        seen.values().removeIf(value -> value == null);
        seen.keySet().removeAll(refused); // What stood before a row was refused still stands.
        expected.keySet().removeAll(refused);
        assertThat(expected).as("seed %d", seed).isNotEmpty();
        assertThat(seen).as("seed %d", seed).isEqualTo(expected);
    }

    private static void expect(Rule rule, Made made, Map<String, SpecificRecord> expected, Set<String> refused) {
        if (made instanceof Made.Mapped mapped) {
            expected.put(rule.topic().name() + mapped.key(), mapped.value());
        } else if (made instanceof Made.Refused row) {
            refused.add(rule.topic().name() + row.key());
        }
    }

    private Assembler open(List<Rule> rules, List<Table> tables) {
        var nowhere = new Changelog() {
            @Override
            public void keep(byte[] key, byte @Nullable [] value) {}

            @Override
            public void mayCommit() {}
        };
        return new Assembler(rules, Table.shapes(tables), RocksStore.open(folder.resolve("rows"), 8), nowhere);
    }

    private void keep(Output output) {
        if (output instanceof Output.Upsert upsert) {
            newest.put(upsert.topic().name() + upsert.key(), upsert.value());
        } else if (output instanceof Output.Delete delete) {
            newest.put(delete.topic().name() + delete.key(), null);
        }
    }

    private RowChange change(Table table, Map<List<@Nullable Object>, Row> rows) {
        var values = table.shape().columns().stream().map(this::value).toArray();
        var row = table.row(values);
        var identity = List.<@Nullable Object>of(table.shape().table(), row.primaryKey());
        if (rows.containsKey(identity) && random.nextInt(3) == 0) {
            return new RowChange(table.shape().table(), Operation.DELETE, rows.remove(identity), null);
        }
        var old = rows.put(identity, row);
        return new RowChange(table.shape().table(), old == null ? Operation.INSERT : Operation.UPDATE, old, row);
    }

    private Object value(Column column) {
        int small = random.nextInt(4);
        return switch (column.type()) {
            case BOOLEAN -> small > 1;
            case NUMBER -> BigDecimal.valueOf(small);
            case DATE -> LocalDate.of(2024, 5, 1 + small);
            case INSTANT -> Instant.parse("2024-05-06T13:00:00Z").plusSeconds(small);
            default -> text(column.name(), small);
        };
    }

    private String text(String column, int small) {
        return switch (column) {
            case "state" -> state();
            case "status" -> small == 0 ? "received" : "open";
            default -> "" + small;
        };
    }

    /** One in ten is none that the mapping knows. */
    private String state() {
        return random.nextInt(10) == 0 ? "asleep" : STATES.get(random.nextInt(STATES.size()));
    }
}
