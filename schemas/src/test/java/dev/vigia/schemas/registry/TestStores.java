package dev.vigia.schemas.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One self-signed certificate for localhost, which server and client both use and trust, in every kind of store. */
final class TestStores {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private TestStores(Path folder) {
        this.folder = folder;
    }

    /** Makes them with the JDK's keytool. */
    static TestStores in(Path folder) throws IOException, InterruptedException {
        var stores = new TestStores(folder);
        stores.keytool("-genkeypair -alias me -keyalg RSA -validity 2 -dname CN=localhost -ext san=dns:localhost"
                + " -storetype PKCS12 -keystore PKCS12");
        stores.keytool(
                "-importkeystore -srckeystore PKCS12 -srcstorepass changeit -destkeystore JKS -deststoretype JKS");
        return stores;
    }

    SSLContext serverContext() throws GeneralSecurityException, IOException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificateOnly("PKCS12"));
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** The client's settings to trust the server. */
    Map<String, Object> truststore(String type) throws GeneralSecurityException, IOException {
        if (type.equals("PEM")) {
            return Map.of(
                    "schema.registry.ssl.truststore.type",
                    "PEM",
                    "schema.registry.ssl.truststore.certificates",
                    certificate());
        }
        return Map.of(
                "schema.registry.ssl.truststore.type", type,
                "schema.registry.ssl.truststore.location", trustOnly(type).toString(),
                "schema.registry.ssl.truststore.password", PASSWORD);
    }

    /** The client's settings to be trusted by the server. */
    Map<String, Object> keystore(String type) throws GeneralSecurityException, IOException {
        if (type.equals("PEM")) {
            return Map.of(
                    "schema.registry.ssl.keystore.type", "PEM",
                    "schema.registry.ssl.keystore.certificate.chain", certificate(),
                    "schema.registry.ssl.keystore.key", key());
        }
        return Map.of(
                "schema.registry.ssl.keystore.type", type,
                "schema.registry.ssl.keystore.location", folder.resolve(type).toString(),
                "schema.registry.ssl.keystore.password", PASSWORD,
                "schema.registry.ssl.key.password", PASSWORD);
    }

    private Path trustOnly(String type) throws GeneralSecurityException, IOException {
        var file = folder.resolve("trust-" + type);
        try (var out = Files.newOutputStream(file)) {
            certificateOnly(type).store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private KeyStore certificateOnly(String type) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(type);
        trusted.load(null, null);
        trusted.setCertificateEntry("me", store().getCertificate("me"));
        return trusted;
    }

    private String certificate() throws GeneralSecurityException, IOException {
        return block("CERTIFICATE", store().getCertificate("me").getEncoded());
    }

    private String key() throws GeneralSecurityException, IOException {
        return block("PRIVATE KEY", store().getKey("me", PASSWORD.toCharArray()).getEncoded());
    }

    private static String block(String kind, byte[] content) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(folder.resolve("PKCS12").toFile(), PASSWORD.toCharArray());
    }

    private void keytool(String arguments) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = (tool + " " + arguments + " -storepass " + PASSWORD + " -noprompt").split(" ", -1);
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
    }
}
