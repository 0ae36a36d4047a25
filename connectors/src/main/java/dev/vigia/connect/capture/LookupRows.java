package dev.vigia.connect.capture;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.join.Changelog;
import dev.vigia.connect.join.RocksStore;
import dev.vigia.connect.join.RowsLog;
import dev.vigia.connect.join.Seal;
import dev.vigia.connect.join.Store;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.postgres.JdbcRows;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens what assembles records of several rows, with the rows that an internal topic has kept for it. */
final class LookupRows {

    private LookupRows() {}

    /** Null where no rule looks anything up. */
    static @Nullable Assembler open(
            CaptureConfig config, Preflight.Fit fit, EpochDecision epoch, CanonicalWriter writer, Ledger ledger)
            throws InterruptedException {
        List<Rule> rules = Assembler.needed(fit.rules());
        if (rules.isEmpty()) {
            return null;
        }
        var topic = topic(config.writer());
        StateTopic.ensure(config.writer(), topic);
        var seal = Seal.needed(rules, config.plan()::hidden, config.plan().salt());
        return over(RocksStore.open(config.rowsFolder(), RocksStore.MEGABYTES), store -> {
            var log = new RowsLog(changelog(topic, writer, ledger), store, seal);
            var assembler = new Assembler(rules, shapes(fit), store, log);
            StateTopic.read(config.writer(), topic, log::read);
            if (epoch.isNew()) {
                log.begin(assembler, epoch.state().epoch());
            } else {
                resume(log, assembler, epoch.state());
            }
            return assembler;
        });
    }

    /** Closes the store where nothing comes of it: its folder is the next session's too, and locked while it is open. */
    static Assembler over(Store store, Function<Store, Assembler> opening) {
        try {
            return opening.apply(store);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private static Changelog changelog(String topic, CanonicalWriter writer, Ledger ledger) {
        return new Changelog() {

            @Override
            public void keep(byte[] key, byte @Nullable [] value) {
                writer.keep(topic, key, value);
                ledger.touched();
            }

            @Override
            public void mayCommit() {
                ledger.commitIfDue();
            }
        };
    }

    private static void resume(RowsLog log, Assembler assembler, CaptureState state) {
        try {
            log.resume(assembler, state.epoch(), state.phase());
        } catch (IllegalStateException e) {
            throw new CaptureRefusedException("The rows kept for lookups cannot be used: " + e.getMessage()
                    + ". Start with --new-epoch. Nothing was written.");
        }
    }

    static String topic(WriterConfig config) {
        return config.internal("rows-" + config.source());
    }

    private static Map<TableId, TableShape> shapes(Preflight.Fit fit) {
        var shapes = new TreeMap<TableId, TableShape>();
        fit.tables()
                .forEach((id, table) -> shapes.put(
                        id, JdbcRows.only(table.shape(), fit.columns().getOrDefault(id, Set.of()))));
        return shapes;
    }
}
