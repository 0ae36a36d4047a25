package dev.vigia.connect.mapping;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret that makes hashes of customers. It can be rotated: each hash begins with the salt's id, {@code s2:…}, so that
 * hashes of different salts are never taken for each other. Any thread.
 */
public final class Salt {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,20}");
    private static final int SHORTEST = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FINGERPRINT_BYTES = 6;
    private static final byte[] DERIVATION = "vigia keys v1".getBytes(StandardCharsets.UTF_8);
    private static final Salt NONE = new Salt("", null);

    private final String id;
    private final @Nullable SecretKeySpec key;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::newMac);

    private Salt(String id, @Nullable SecretKeySpec key) {
        this.id = id;
        this.key = key;
    }

    /** A salt with an id of its own, which says which of several salts made a hash. */
    public static Salt of(String id, String secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the salt's id \"" + id + "\" must be up to 20 letters, digits, - and _, such as s1");
        }
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("the salt " + id + " is shorter than " + SHORTEST
                    + " characters, so hashes could be guessed: make a longer one, such as with openssl rand -hex 32");
        }
        return new Salt(id, new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** No salt: mappings that hash are refused. */
    public static Salt none() {
        return NONE;
    }

    public boolean isNone() {
        return key == null;
    }

    /** The salted hash: the salt's id, a colon and 43 letters. */
    public String hash(String clear) {
        byte[] hash = macs.get().doFinal(clear.getBytes(StandardCharsets.UTF_8));
        return id + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /**
     * A key of 32 bytes for another purpose (HKDF of RFC 5869): from it neither the secret nor keys of other labels follow,
     * and no hash is ever equal to it.
     */
    public byte[] derive(String label) {
        var extracted = mac(new SecretKeySpec(DERIVATION, ALGORITHM)).doFinal(secret().getEncoded());
        var expanding = mac(new SecretKeySpec(extracted, ALGORITHM));
        expanding.update(label.getBytes(StandardCharsets.UTF_8));
        return expanding.doFinal(new byte[] {1});
    }

    /** Tells this salt from any other, also from one of the same id, without telling the secret. */
    public String fingerprint() {
        return isNone()
                ? toString()
                : this + " " + HexFormat.of().formatHex(derive("fingerprint"), 0, FINGERPRINT_BYTES);
    }

    private Mac newMac() {
        return mac(secret());
    }

    private SecretKeySpec secret() {
        if (key == null) {
            throw new IllegalStateException("there is no salt to hash with");
        }
        return key;
    }

    private static Mac mac(SecretKeySpec with) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(with);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return isNone() ? "no salt" : "salt " + id;
    }
}
