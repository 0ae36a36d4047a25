package dev.vigia.connect.envelope;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

/** What may be said of an event that a parser did not understand: never a part of it, which may be a customer in clear. */
final class Nonsense {

    private Nonsense() {}

    /** Why it could not be read: for JSON the place, else what kind of failure it was. */
    static String words(Exception e) {
        var json = json(e);
        return json == null ? "it cannot be read as a change event: " + kind(e) : "it is not JSON" + place(json);
    }

    private static @Nullable JsonProcessingException json(Exception e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof JsonProcessingException)) {
            cause = cause.getCause();
        }
        return (JsonProcessingException) cause;
    }

    private static String place(JsonProcessingException json) {
        var at = json.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", character " + at.getColumnNr();
    }

    /** Messages quote values; the innermost failure's name says enough to find what is wrong at the event's own place. */
    private static String kind(Exception e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getSimpleName();
    }
}
