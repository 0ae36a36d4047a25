package dev.vigia.app.map.guess;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table for one topic and its columns are called.
 *
 * @param parent the topic whose table this one must refer to
 * @param never words that rule a table out
 * @param needs fields without which it is not such a table
 * @param through fields that a table it refers to may hold
 */
record TopicWords(
        String topic,
        @Nullable String parent,
        List<String> tables,
        List<String> never,
        List<String> needs,
        List<String> through,
        Map<String, List<String>> keys,
        Map<String, List<String>> fields) {}
