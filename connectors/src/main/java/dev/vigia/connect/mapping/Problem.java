package dev.vigia.connect.mapping;

/**
 * What is wrong at one place of a mapping file.
 *
 * @param field what the line is about, such as the name of a field
 * @param what in a sentence or two: what is wrong, and the nearest right name or the remedy
 */
public record Problem(String file, int line, String field, String what) {

    @Override
    public String toString() {
        var end = what.endsWith(".") || what.endsWith("?") ? " " : ". ";
        return file + ":" + line + " " + field + ": " + what + end + "Nothing was written.";
    }
}
