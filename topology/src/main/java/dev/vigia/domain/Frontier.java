package dev.vigia.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far every upstream is, and what they vouch for together: the least. While one of them was never heard, or is in
 * its snapshot, or in an older epoch than another of its source, they vouch for nothing. Dates of orders never move it.
 */
public record Frontier(Map<Upstream, Passed> upstreams) {

    public static final Frontier UNKNOWN = new Frontier(Map.of());

    public Frontier {
        upstreams = Map.copyOf(upstreams);
    }

    /** The same, after hearing from an upstream; what is older than what is known changes nothing. */
    public Frontier heard(Upstream upstream, Passed passed) {
        var known = upstreams.get(upstream);
        var now = known == null ? passed : known.later(passed);
        if (now.equals(known)) {
            return this;
        }
        var all = new HashMap<>(upstreams);
        all.put(upstream, now);
        return new Frontier(all);
    }

    /** Up to when everything of all these sources has come; empty while one of them vouches for nothing. */
    public Optional<Instant> of(Set<String> sources) {
        var each = sources.stream().map(this::of).toList();
        return each.stream().allMatch(Optional::isPresent)
                ? each.stream().flatMap(Optional::stream).min(Instant::compareTo)
                : Optional.empty();
    }

    /** Up to when everything of a source has come; empty while it vouches for nothing. */
    public Optional<Instant> of(String source) {
        var heard = heardOf(source);
        return isWhole(heard) ? heard.stream().map(Passed::at).min(Instant::compareTo) : Optional.empty();
    }

    /** The newest epoch of a source that an upstream has spoken of; 0 before the first. */
    public long epoch(String source) {
        return heardOf(source).stream().mapToLong(Passed::epoch).max().orElse(0);
    }

    /** How a source stands: what its upstreams vouch for, or that they vouch for nothing, in its newest epoch. */
    public Passed standing(String source) {
        var whole = of(source);
        return new Passed(epoch(source), whole.isPresent(), whole.orElse(Instant.EPOCH), 1);
    }

    /** How far an upstream is that was heard. */
    public Passed of(Upstream upstream) {
        return Objects.requireNonNull(upstreams.get(upstream), () -> upstream + " was never heard");
    }

    private List<Passed> heardOf(String source) {
        return upstreams.entrySet().stream()
                .filter(each -> each.getKey().source().equals(source))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isWhole(Collection<Passed> heard) {
        int expected = heard.stream().mapToInt(Passed::of).max().orElse(1);
        return heard.size() >= expected
                && heard.stream().allMatch(Passed::live)
                && heard.stream().mapToLong(Passed::epoch).distinct().count() == 1;
    }
}
