package dev.vigia.models;

/**
 * Something wrong with a model, told to the one who can mend it.
 *
 * @param file as seen from the model's folder
 * @param line from 1; 0 where it stands at no line
 * @param what is wrong, and why that matters
 * @param remedy what to do about it
 */
public record Problem(String file, int line, String what, String remedy) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what + ". " + remedy + ".";
    }
}
