package dev.vigia.models.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigia.models.Problems;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads the numbers of one golden window out of JSON, and notes those that are not there as they should be. */
final class GoldenFields {

    private final JsonNode window;
    private final String file;
    private final int number;
    private final Problems problems;

    GoldenFields(JsonNode window, String file, int number, Problems problems) {
        this.window = window;
        this.file = file;
        this.number = number;
        this.problems = problems;
    }

    /** All numbers of nested lists, one after the other; zeros where they are not of these lengths. */
    float[] numbers(String name, int... lengths) {
        int count = Arrays.stream(lengths).reduce(1, Math::multiplyExact);
        var numbers = new float[count];
        if (!take(window.path(name), numbers, 0, lengths)) {
            var shape = Arrays.stream(lengths).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
            problems.add(
                    file,
                    "its window " + number + " has no " + name + " of " + shape + " numbers",
                    "Write it as docs/models.md shows");
        }
        return numbers;
    }

    private static boolean take(JsonNode node, float[] into, int from, int[] lengths) {
        if (lengths.length == 0) {
            into[from] = node.floatValue();
            return node.isNumber();
        }
        int step = Arrays.stream(lengths).skip(1).reduce(1, Math::multiplyExact);
        var inner = Arrays.copyOfRange(lengths, 1, lengths.length);
        boolean whole = node.isArray() && node.size() == lengths[0];
        for (int i = 0; whole && i < lengths[0]; i++) {
            whole = take(node.get(i), into, from + i * step, inner);
        }
        return whole;
    }
}
