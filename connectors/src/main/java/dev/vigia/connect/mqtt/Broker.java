package dev.vigia.connect.mqtt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An MQTT broker, and as whom it is spoken to.
 *
 * @param user null where the broker asks for none
 * @param tls null for a connection in clear
 * @param clientId under which the broker keeps the session: the same at every start
 */
public record Broker(
        String host,
        int port,
        String clientId,
        @Nullable String user,
        @Nullable String password,
        @Nullable Tls tls) {

    /**
     * How the broker is trusted, and how it is convinced.
     *
     * @param trust a truststore (PKCS12 or JKS) or certificates as PEM; null for those that Java trusts
     * @param trustPassword of the truststore; null for PEM
     * @param identity a keystore, or a key and its certificates as PEM in one file; null without a client certificate
     * @param identityPassword of the keystore; null for PEM
     */
    public record Tls(
            @Nullable Path trust,
            @Nullable String trustPassword,
            @Nullable Path identity,
            @Nullable String identityPassword) {

        @Override
        public String toString() {
            return "Tls[trust=" + trust + ", identity=" + identity + "]";
        }
    }

    /** In clear, without signing in. */
    public static Broker plain(String host, int port, String clientId) {
        return new Broker(host, port, clientId, null, null, null);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return (tls == null ? "mqtt://" : "mqtts://") + host + ":" + port + " as " + clientId;
    }
}
