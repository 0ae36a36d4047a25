package dev.vigia.bench.capture;

import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.connect.capture.OffsetRule;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Kills a capture again and again while its database is at work, lets it go on, and holds the newest record of every key
 * against the table.
 */
final class CrashTrial {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final int LONGEST_SNAPSHOT_MILLIS = 1_000;
    private static final long ORDERS_OF_A_ROUND = 100_000;

    private final TrialStack stack;
    private final OffsetRule offsets;
    private final Random random;
    private final Path log;
    private final Consumer<String> say;
    private final NewestLines newest;

    CrashTrial(TrialStack stack, OffsetRule offsets, long seed, Path log, Consumer<String> say) {
        this.stack = stack;
        this.offsets = offsets;
        this.random = new Random(seed);
        this.log = log;
        this.say = say;
        this.newest = new NewestLines(stack);
    }

    /**
     * What came of it.
     *
     * @param keys that were compared in the last round
     * @param wrong keys that are missing, too many, or of another quantity, in all rounds
     */
    record Outcome(int rounds, int keys, int wrong, long backwards) {}

    Outcome run(int rounds) throws Exception {
        int wrong = 0;
        var running = CaptureProcess.start(stack, offsets, EpochChoice.USUAL, log);
        try {
            readAll(0);
            for (int round = 1; round <= rounds; round++) {
                var attacks = List.of(Attack.values());
                var attack = attacks.get(round % attacks.size());
                running = attack(attack, round, running);
                readAll(round);
                wrong += compare(round, attack);
            }
            return new Outcome(rounds, newest.lines().size(), wrong, newest.backwards());
        } finally {
            kill(running);
            newest.close();
        }
    }

    private Process attack(Attack attack, int round, Process running) throws Exception {
        var victim = running;
        if (attack == Attack.SNAPSHOT) {
            kill(running);
            victim = CaptureProcess.start(stack, offsets, EpochChoice.NEW, log);
            if (!newest.readUntilSnapshot(PATIENCE)) {
                throw new IllegalStateException("round " + round + ": no snapshot began; see " + log);
            }
        }
        var work = CompletableFuture.runAsync(() -> work(attack, round));
        TimeUnit.MILLISECONDS.sleep(
                50 + random.nextInt(attack == Attack.SNAPSHOT ? LONGEST_SNAPSHOT_MILLIS : LONGEST_LIFE_MILLIS));
        kill(victim);
        work.join();
        return CaptureProcess.start(stack, offsets, EpochChoice.USUAL, log);
    }

    private void work(Attack attack, int round) {
        try (var connection = stack.connect()) {
            attack.work(connection, new Random(round), round * ORDERS_OF_A_ROUND);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Markers vouch for all that was committed before; records alone do not, for a snapshot has its own order. */
    private void readAll(int round) throws SQLException {
        if (!newest.readUntil(now(), PATIENCE)) {
            throw new IllegalStateException("round " + round + ": not all came within " + PATIENCE + "; see " + log);
        }
    }

    private Instant now() throws SQLException {
        try (var connection = stack.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select clock_timestamp()")) {
            answer.next();
            return answer.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private int compare(int round, Attack attack) throws SQLException {
        var table = table();
        int wrong = 0;
        for (var row : table.entrySet()) {
            wrong += row.getValue().equals(newest.lines().get(row.getKey())) ? 0 : 1;
        }
        for (var key : newest.lines().keySet()) {
            wrong += table.containsKey(key) ? 0 : 1;
        }
        say.accept("round " + round + ", killed in " + attack + ": " + table.size() + " keys, " + wrong + " wrong");
        return wrong;
    }

    private Map<String, String> table() throws SQLException {
        var rows = new HashMap<String, String>();
        try (var connection = stack.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select order_id || '|' || id, quantity::text from line")) {
            while (answer.next()) {
                rows.put(answer.getString(1), answer.getString(2));
            }
        }
        return rows;
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
