package dev.vigia.app.map.guess;

import dev.vigia.connect.row.TableId;
import java.util.Map;

/** The most frequent values of a column, with how often they occur, the most frequent first. */
public interface ValueSamples {

    Map<String, Long> of(TableId table, String column);
}
