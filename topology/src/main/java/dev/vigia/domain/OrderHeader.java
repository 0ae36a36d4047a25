package dev.vigia.domain;

/**
 * What an order says of its lines. An order that is a draft, was cancelled or deleted, or has no date says nothing, and
 * then its lines count nowhere.
 *
 * @param isReturn whether its lines came back, where they do not say otherwise
 */
public record OrderHeader(BusinessWeek week, String region, boolean isReturn) {}
