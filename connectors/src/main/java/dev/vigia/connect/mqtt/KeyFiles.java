package dev.vigia.connect.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Reads keys and certificates: PEM, or a store that Java knows. */
final class KeyFiles {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final char[] NO_PASSWORD = {};

    private KeyFiles() {}

    /** Whom to trust. */
    static TrustManagerFactory trust(Path file, @Nullable String password) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(isPem(file) ? certificates(file) : store(file, password));
            return factory;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable("truststore", file, e);
        }
    }

    /** Who we are. */
    static KeyManagerFactory identity(Path file, @Nullable String password) {
        try {
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            if (isPem(file)) {
                factory.init(keyAndCertificates(file), NO_PASSWORD);
            } else {
                factory.init(store(file, password), chars(password));
            }
            return factory;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable("keystore", file, e);
        }
    }

    private static boolean isPem(Path file) throws IOException {
        return text(file).contains("-----BEGIN ");
    }

    private static KeyStore store(Path file, @Nullable String password) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), chars(password));
    }

    private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
        var store = empty();
        int number = 0;
        for (var certificate : read(file)) {
            store.setCertificateEntry("certificate-" + number++, certificate);
        }
        return store;
    }

    private static KeyStore keyAndCertificates(Path file) throws IOException, GeneralSecurityException {
        var store = empty();
        store.setKeyEntry("key", key(file), NO_PASSWORD, read(file).toArray(Certificate[]::new));
        return store;
    }

    private static List<Certificate> read(Path file) throws IOException, GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var pem = String.join(
                "\n",
                CERTIFICATE
                        .matcher(text(file))
                        .results()
                        .map(found -> found.group())
                        .toList());
        var all = factory.generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (all.isEmpty()) {
            throw new GeneralSecurityException("it holds no certificate");
        }
        return List.copyOf(all);
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        var found = KEY.matcher(text(file));
        if (!found.find()) {
            throw new GeneralSecurityException(
                    "it holds no BEGIN PRIVATE KEY; convert the key with openssl pkcs8 -topk8 -nocrypt");
        }
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
            var key = key(algorithm, spec);
            if (key != null) {
                return key;
            }
        }
        throw new GeneralSecurityException("its private key is neither RSA, EC nor EdDSA");
    }

    private static @Nullable PrivateKey key(String algorithm, PKCS8EncodedKeySpec spec)
            throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (InvalidKeySpecException ofAnother) {
            return null;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    /** Byte by byte: stores are not text. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static char[] chars(@Nullable String password) {
        return password == null ? NO_PASSWORD : password.toCharArray();
    }

    private static ConfigException unusable(String what, Path file, Exception e) {
        return new ConfigException("The " + what + " " + file.toAbsolutePath() + " cannot be used: " + e.getMessage()
                + ". Give a PEM file, or a PKCS12 or JKS store with its password.");
    }
}
