package dev.vigia.connect.mqtt;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a first connection to a broker did not come about, and whether the next must fail in the same way. */
enum Refusal {
    /** The broker does not want us. */
    SIGN_IN("refuses us", "Check user and password, and what the broker allows this user and this client id."),
    /** We do not want the broker. */
    TRUST(
            "shows a certificate that is not trusted, or is not of its name",
            "Give a truststore with that certificate or the authority that signed it, and the host as it is named there."),
    /** The broker ended the handshake. */
    CERTIFICATE(
            "ended the TLS handshake: it wants a client certificate, or does not trust ours",
            "Give a keystore with a certificate that the broker trusts, and its key."),
    /** Anything else: it may come to be. */
    AWAY("cannot be reached", "");

    private static final Set<Mqtt5ConnAckReasonCode> WRONG_SETTINGS = Set.of(
            Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD,
            Mqtt5ConnAckReasonCode.NOT_AUTHORIZED,
            Mqtt5ConnAckReasonCode.BAD_AUTHENTICATION_METHOD,
            Mqtt5ConnAckReasonCode.BANNED,
            Mqtt5ConnAckReasonCode.CLIENT_IDENTIFIER_NOT_VALID,
            Mqtt5ConnAckReasonCode.UNSUPPORTED_PROTOCOL_VERSION);

    private final String what;
    private final String remedy;

    Refusal(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    static Refusal of(Throwable cause) {
        return chain(cause)
                .map(Refusal::ofOne)
                .filter(refusal -> refusal != AWAY)
                .findFirst()
                .orElse(AWAY);
    }

    /** Whether somebody must put something right first. */
    boolean isLasting() {
        return this != AWAY;
    }

    /** In words for people. */
    String of(Broker broker, Throwable cause) {
        var reason = chain(cause)
                .filter(one -> ofOne(one) == this)
                .reduce((outer, inner) -> inner)
                .orElse(cause);
        return "The MQTT broker %s %s (%s). %s".formatted(broker, what, reason(reason), remedy);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof Mqtt5ConnAckException refused) {
            var message = refused.getMqttMessage();
            return message.getReasonCode()
                    + message.getReasonString().map(words -> ": " + words).orElse("");
        }
        return String.valueOf(cause.getMessage());
    }

    private static Refusal ofOne(Throwable cause) {
        if (cause instanceof Mqtt5ConnAckException refused) {
            return WRONG_SETTINGS.contains(refused.getMqttMessage().getReasonCode()) ? SIGN_IN : AWAY;
        }
        if (cause instanceof CertificateException || cause instanceof CertPathValidatorException) {
            return TRUST;
        }
        return cause instanceof SSLException ? ofTls(String.valueOf(cause.getMessage())) : AWAY;
    }

    /** TLS tells its alerts by words alone. */
    private static Refusal ofTls(String message) {
        return message.toLowerCase(Locale.ROOT).contains("fatal alert") ? CERTIFICATE : AWAY;
    }

    private static Stream<Throwable> chain(Throwable cause) {
        return Stream.iterate(cause, one -> one != null, Throwable::getCause).limit(20);
    }
}
