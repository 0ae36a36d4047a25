package dev.vigia.schemas.registry;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/** The settings of the serdes and their registry, under Confluent's names, so that theirs and ours can be swapped. */
public final class RegistryConfig extends AbstractConfig {

    public static final String URL = "schema.registry.url";
    public static final String BASIC_SOURCE = "basic.auth.credentials.source";
    public static final String USER_INFO = "basic.auth.user.info";
    public static final String PREFIXED_USER_INFO = "schema.registry.basic.auth.user.info";
    public static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    public static final String BEARER_TOKEN = "bearer.auth.token";
    public static final String AUTO_REGISTER = "auto.register.schemas";
    public static final String NORMALIZE = "normalize.schemas";
    public static final String SUBJECT_NAMES = "value.subject.name.strategy";
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    public static final String READ_TIMEOUT = "http.read.timeout.ms";
    public static final String MAX_RETRIES = "max.retries";
    public static final String RETRY_WAIT = "retries.wait.ms";
    public static final String RETRY_MAX_WAIT = "retries.max.wait.ms";
    public static final String MISSING_TTL = "missing.id.cache.ttl.sec";

    /** Before each of Kafka's {@code ssl.*} settings, when they are meant for the registry. */
    public static final String SSL_PREFIX = "schema.registry.";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    URL,
                    LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.ValidList.anyNonDuplicateValues(false, false),
                    HIGH,
                    "Addresses of the registry, separated by commas; the first that answers is used.")
            .define(
                    BASIC_SOURCE,
                    STRING,
                    "URL",
                    ConfigDef.ValidString.in("URL", "USER_INFO"),
                    MEDIUM,
                    "Where user and password stand: in the URL, or in " + USER_INFO + ".")
            .define(USER_INFO, PASSWORD, "", MEDIUM, "User and password, as user:password.")
            .define(PREFIXED_USER_INFO, PASSWORD, "", LOW, "The same as " + USER_INFO + ".")
            .define(
                    BEARER_SOURCE,
                    STRING,
                    "",
                    ConfigDef.ValidString.in("", "STATIC_TOKEN"),
                    MEDIUM,
                    "STATIC_TOKEN: send the token in " + BEARER_TOKEN + ".")
            .define(BEARER_TOKEN, PASSWORD, "", MEDIUM, "Token to sign in with.")
            .define(
                    AUTO_REGISTER,
                    BOOLEAN,
                    true,
                    MEDIUM,
                    "Whether to register schemas; false, as in production: only look them up.")
            .define(NORMALIZE, BOOLEAN, false, LOW, "Whether the registry compares schemas normalized.")
            .define(
                    SUBJECT_NAMES,
                    STRING,
                    "TopicRecordNameStrategy",
                    MEDIUM,
                    "TopicRecordNameStrategy, TopicNameStrategy or RecordNameStrategy, with or without a package.")
            .define(CONNECT_TIMEOUT, INT, 5_000, atLeast(1), LOW, "Time to connect.")
            .define(READ_TIMEOUT, INT, 10_000, atLeast(1), LOW, "Time for a whole answer.")
            .define(MAX_RETRIES, INT, 3, atLeast(0), LOW, "How often to try all addresses again when none answers.")
            .define(RETRY_WAIT, LONG, 500L, atLeast(0), LOW, "Pause before trying again; it doubles.")
            .define(RETRY_MAX_WAIT, LONG, 5_000L, atLeast(0), LOW, "Longest such pause.")
            .define(
                    MISSING_TTL,
                    LONG,
                    10L,
                    atLeast(0),
                    LOW,
                    "Seconds for which an id that the registry does not know is not asked for again.");

    public RegistryConfig(Map<String, ?> settings) {
        super(DEFINITION, settings, false);
    }

    List<String> urls() {
        return getList(URL);
    }

    boolean registers() {
        return getBoolean(AUTO_REGISTER);
    }

    SubjectNames subjectNames() {
        return SubjectNames.named(getString(SUBJECT_NAMES));
    }

    Duration connectTimeout() {
        return Duration.ofMillis(getInt(CONNECT_TIMEOUT));
    }

    Duration readTimeout() {
        return Duration.ofMillis(getInt(READ_TIMEOUT));
    }

    Backoff backoff() {
        return new Backoff(getInt(MAX_RETRIES), getLong(RETRY_WAIT), getLong(RETRY_MAX_WAIT));
    }

    Duration missingTtl() {
        return Duration.ofSeconds(getLong(MISSING_TTL));
    }

    Password userInfo() {
        var own = getPassword(USER_INFO);
        return own.value().isEmpty() ? getPassword(PREFIXED_USER_INFO) : own;
    }

    /** Kafka's {@code ssl.*} settings as given for the registry. */
    Map<String, Object> ssl() {
        var given = originalsWithPrefix(SSL_PREFIX);
        given.keySet().removeIf(name -> !name.startsWith("ssl."));
        return given;
    }
}
