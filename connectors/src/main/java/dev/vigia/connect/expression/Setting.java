package dev.vigia.connect.expression;

import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * What functions need besides their arguments.
 *
 * @param zone what local dates and times mean
 * @param hashing makes a salted hash
 */
public record Setting(ZoneId zone, Factors units, Factors currencies, UnaryOperator<String> hashing) {}
