package dev.vigia.app.sim;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random numbers by name: the same seed and the same names give the same numbers, whatever was drawn before, so a day
 * can be planned again and a series does not change when another is added.
 */
public record Draws(long seed) {

    /** The source for one thing, named by its parts: {@code of("demand", sku, region, day)}. */
    public UniformRandomProvider of(Object... name) {
        var text = new StringBuilder();
        for (var part : name) {
            text.append(part).append('|');
        }
        var hash = UUID.nameUUIDFromBytes((seed + "|" + text).getBytes(StandardCharsets.UTF_8));
        return RandomSource.XO_RO_SHI_RO_128_PP.create(
                new long[] {hash.getMostSignificantBits(), hash.getLeastSignificantBits()});
    }
}
