package dev.vigia.topology.demand.join;

import dev.vigia.domain.Passed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far each source has come through each of its topics, and how far that was told on. */
final class SourceProgress {

    private final JoinStore store;
    private final List<String> topics;
    private final Map<String, Passed> heard;
    private final Map<String, Passed> sent;

    /** @param topics through which a source must have come */
    SourceProgress(JoinStore store, List<String> topics) {
        this.store = store;
        this.topics = topics;
        this.heard = store.heard();
        this.sent = store.sent();
    }

    /** Hears how far a source is through a topic; false where that is nothing new. */
    boolean hear(String source, String topic, Passed passed) {
        var input = input(source, topic);
        var known = heard.get(input);
        var now = known == null ? passed : known.later(passed);
        if (now.equals(known)) {
            return false;
        }
        heard.put(input, now);
        store.putHeard(input, now);
        return true;
    }

    /**
     * Whether a record of an epoch is to be looked at: those of older ones are not. A newer one opens that epoch, which
     * {@code opened} is told.
     */
    boolean admits(String source, String topic, long epoch, Runnable opened) {
        var known = heard.get(input(source, topic));
        if (known != null && epoch < known.epoch()) {
            return false;
        }
        if (known == null ? epoch > 0 : epoch > known.epoch()) {
            var at = known == null ? Instant.EPOCH : known.at();
            hear(source, topic, new Passed(epoch, false, at, known == null ? 0 : known.of()));
            opened.run();
        }
        return true;
    }

    /** What the topics of a source vouch for together; live only when all of them are, in one epoch. */
    Passed joint(String source) {
        var each = topics.stream().map(topic -> heard.get(input(source, topic))).toList();
        var known = each.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        long epoch = known.stream().mapToLong(Passed::epoch).max().orElse(0);
        int of = known.stream().mapToInt(Passed::of).max().orElse(0);
        boolean isWhole = known.size() == topics.size();
        boolean isLive = isWhole && known.stream().allMatch(passed -> passed.live() && passed.epoch() == epoch);
        var at =
                isWhole ? known.stream().map(Passed::at).min(Instant::compareTo).orElse(Instant.EPOCH) : Instant.EPOCH;
        return new Passed(epoch, isLive, at, of);
    }

    /** All that were heard. */
    Set<String> sources() {
        return heard.keySet().stream()
                .map(input -> input.substring(0, input.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isSent(String source, Passed passed) {
        var known = sent.get(source);
        return known != null && known.later(passed).equals(known);
    }

    /** What is to be told on; null where nothing new. */
    @Nullable
    Passed send(String source, Passed passed) {
        if (isSent(source, passed)) {
            return null;
        }
        var known = sent.get(source);
        var now = known == null ? passed : known.later(passed);
        sent.put(source, now);
        store.putSent(source, now);
        return now;
    }

    private static String input(String source, String topic) {
        return source + "/" + topic;
    }
}
