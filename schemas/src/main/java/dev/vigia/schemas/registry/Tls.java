package dev.vigia.schemas.registry;

import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Reads stores of keys and certificates (PEM, JKS, PKCS12) as Kafka's own clients do. */
final class Tls {

    private static final ConfigDef DEFINITION = new ConfigDef().withClientSslSupport();

    private Tls() {}

    /** The context that Kafka's {@code ssl.*} settings, given without a prefix, describe. */
    static SSLContext context(Map<String, Object> settings) {
        var config = new AbstractConfig(DEFINITION, settings, false);
        refuseUncheckedNames(config);
        try (var factory = new DefaultSslEngineFactory()) {
            factory.configure(config.values());
            return factory.sslContext();
        }
    }

    /** The JDK's HTTP client always checks the host's name, so a setting that says otherwise would be a false promise. */
    private static void refuseUncheckedNames(AbstractConfig config) {
        var setting = SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG;
        if (!"https".equalsIgnoreCase(config.getString(setting))) {
            throw new ConfigException(
                    RegistryConfig.SSL_PREFIX + setting
                            + " can only be https: the registry's certificate must bear the name of its host. Remove the setting.");
        }
    }
}
