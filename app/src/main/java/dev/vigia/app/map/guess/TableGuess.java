package dev.vigia.app.map.guess;

import dev.vigia.connect.postgres.CatalogTable;
import java.util.Optional;

/**
 * A table that seems to hold what a topic wants.
 *
 * @param parent by which column it refers to the table of the topic's parent
 * @param doubt why it is not sure; empty where it is
 */
record TableGuess(
        TopicWords words,
        CatalogTable table,
        ColumnGuesses keys,
        ColumnGuesses fields,
        Optional<String> parent,
        Optional<String> doubt,
        int score) {

    boolean isSure() {
        return doubt.isEmpty();
    }
}
