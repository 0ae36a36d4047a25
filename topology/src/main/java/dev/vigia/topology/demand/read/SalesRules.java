package dev.vigia.topology.demand.read;

import dev.vigia.domain.BusinessCalendar;
import java.time.LocalDate;

/**
 * What the sales of a business look like.
 *
 * @param currency of all amounts; currencies are not mixed
 * @param from the first day on which anything can have been sold
 * @param to the first day on which nothing can have been sold any more: a date behind it is a slip
 */
public record SalesRules(BusinessCalendar calendar, String currency, LocalDate from, LocalDate to) {}
