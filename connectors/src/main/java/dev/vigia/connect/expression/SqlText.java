package dev.vigia.connect.expression;

/** An expression in the words of PostgreSQL, made when somebody asks. */
@FunctionalInterface
public interface SqlText {

    /**
     * The text.
     *
     * @throws NoSqlException where PostgreSQL has no words for it
     */
    String text();
}
