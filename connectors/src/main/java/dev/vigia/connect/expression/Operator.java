package dev.vigia.connect.expression;

/** What stands between two expressions. */
public enum Operator {
    OR("or"),
    AND("and"),
    EQUAL("="),
    UNEQUAL("<>"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    JOIN("||"),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED("/");

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** Whether a comparison that came out so (negative, zero, positive) holds. */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case UNEQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
            default -> throw new IllegalStateException(this + " compares nothing");
        };
    }
}
