package dev.vigia.schemas;

import java.util.Arrays;
import java.util.List;

/**
 * Keys of several parts, as one string: {@code part|part}, and {@code ~source/topic/partition} for progress.
 *
 * <p>Each part is escaped with {@code %}, so that different parts never give the same key and no data key looks like one
 * of a marker. A key of a single part is escaped too: an order's key is then the first part of its lines' keys.
 */
public final class Keys {

    private static final String PROGRESS = "~";

    private Keys() {}

    /** The key made of these parts, in order. */
    public static String of(String... parts) {
        if (parts.length == 1) {
            return escape(parts[0]);
        }
        var key = new StringBuilder(32);
        for (int i = 0; i < parts.length; i++) {
            key.append(i == 0 ? "" : "|").append(escape(parts[i]));
        }
        return key.toString();
    }

    /** The parts that {@link #of} made a key from. */
    public static List<String> parts(String key) {
        return Arrays.stream(key.split("\\|", -1)).map(Keys::unescape).toList();
    }

    /** The first part, still escaped: the whole key where there is only one. */
    public static String firstPart(String key) {
        int end = key.indexOf('|');
        return end < 0 ? key : key.substring(0, end);
    }

    /** The key of a marker or progress record: unlike that of any data. */
    public static String progress(String source, String topic, int partition) {
        return PROGRESS + escape(source) + "/" + escape(topic) + "/" + partition;
    }

    /** Whether a key is that of a marker or progress record. */
    public static boolean isProgress(String key) {
        return key.startsWith(PROGRESS);
    }

    private static String escape(String part) {
        return isPlain(part) ? part : escapeAll(part);
    }

    /** Nearly all are; keys are made by the million. */
    private static boolean isPlain(String part) {
        for (int i = 0; i < part.length(); i++) {
            char letter = part.charAt(i);
            if (letter == '%' || letter == '|' || letter == '/' || letter == '~') {
                return false;
            }
        }
        return true;
    }

    private static String escapeAll(String part) {
        return part.replace("%", "%25").replace("|", "%7C").replace("/", "%2F").replace("~", "%7E");
    }

    /** Correct in this order only: every {@code %} of the text itself is written {@code %25}, so it is read last. */
    private static String unescape(String part) {
        return part.replace("%7E", "~").replace("%2F", "/").replace("%7C", "|").replace("%25", "%");
    }
}
