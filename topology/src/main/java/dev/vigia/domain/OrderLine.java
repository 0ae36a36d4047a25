package dev.vigia.domain;

import org.jspecify.annotations.Nullable;

/**
 * A line of an order that counts: it has a product, and was neither cancelled nor deleted.
 *
 * @param isReturn whether it came back; null where its order says so
 */
public record OrderLine(
        String product,
        Quantity quantity,
        Money revenue,
        @Nullable Boolean isReturn) {}
