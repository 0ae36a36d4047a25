package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Closes entries of rows that must not be read in Kafka. A key becomes its HMAC-SHA256, always the same, so that the topic
 * can be compacted; a value becomes AES-256-GCM of key and value, bound to the closed key. Both secrets follow from the
 * salt: with another salt nothing can be opened. One thread.
 */
public final class Seal {

    /** How closed values begin. */
    static final byte FORMAT = 'S';

    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST = 1 + NONCE + TAG_BITS / Byte.SIZE;

    private final SecureRandom random = new SecureRandom();
    private final Mac mac;
    private final Cipher cipher;
    private final SecretKeySpec secret;

    /** A seal that follows from a salt. */
    public Seal(Salt salt) {
        this.secret = new SecretKeySpec(salt.derive("kept rows: values"), "AES");
        try {
            this.mac = Mac.getInstance(MAC);
            this.mac.init(new SecretKeySpec(salt.derive("kept rows: keys"), MAC));
            this.cipher = Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC + " or no " + CIPHER, e);
        }
    }

    /** The seal for the rows that rules need; null where none of their tables has a column that must not be shown. */
    public static @Nullable Seal needed(Collection<Rule> rules, Function<TableId, Set<String>> hidden, Salt salt) {
        boolean hides = rules.stream()
                .flatMap(rule -> Layout.tables(rule).stream())
                .anyMatch(table -> !hidden.apply(table).isEmpty());
        return hides ? new Seal(salt) : null;
    }

    /** The key as it stands in the topic. */
    byte[] close(byte[] key) {
        return mac.doFinal(key);
    }

    /** The value as it stands in the topic. */
    byte[] close(byte[] key, byte[] value) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var clear = new ByteWriter().block(key).raw(value).bytes();
        try {
            return new ByteWriter()
                    .put(FORMAT)
                    .raw(nonce)
                    .raw(cipher(Cipher.ENCRYPT_MODE, nonce, close(key)).doFinal(clear))
                    .bytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a row cannot be sealed", e);
        }
    }

    /** What was closed; null where it is none of this seal, or was changed since. */
    @Nullable
    Opened open(byte[] closedKey, byte[] closed) {
        if (closed.length < LEAST || closed[0] != FORMAT) {
            return null;
        }
        var nonce = Arrays.copyOfRange(closed, 1, 1 + NONCE);
        try {
            var clear =
                    cipher(Cipher.DECRYPT_MODE, nonce, closedKey).doFinal(closed, 1 + NONCE, closed.length - 1 - NONCE);
            var reader = new ByteReader(clear);
            return new Opened(Bytes.of(reader.block()), Bytes.of(reader.rest()));
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed row cannot be opened", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] boundTo) throws GeneralSecurityException {
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo);
        return cipher;
    }

    /** An entry in clear. */
    record Opened(Bytes key, Bytes value) {}
}
