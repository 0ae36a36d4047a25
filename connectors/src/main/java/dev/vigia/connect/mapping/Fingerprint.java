package dev.vigia.connect.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A hash of what a file says: comments, blanks and line breaks do not count. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(Entry entry) {
        try {
            var fingerprint = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            fingerprint.add(entry);
            return HexFormat.of().formatHex(fingerprint.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private void add(Entry entry) {
        if (entry instanceof Entry.Value value) {
            word("v", value.text());
        } else if (entry instanceof Entry.Items items) {
            word("l", String.valueOf(items.entries().size()));
            items.entries().forEach(this::add);
        } else if (entry instanceof Entry.Block block) {
            word("b", String.valueOf(block.entries().size()));
            block.entries().forEach(this::add);
        }
    }

    private void add(Entry.Named named) {
        word("n", named.name());
        add(named.value());
    }

    /** With its length, so that no two files give the same bytes. */
    private void word(String sort, @Nullable String text) {
        var said = sort + (text == null ? "-" : text.length() + ":" + text);
        digest.update(said.getBytes(StandardCharsets.UTF_8));
    }
}
