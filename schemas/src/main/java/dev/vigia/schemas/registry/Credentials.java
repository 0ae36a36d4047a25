package dev.vigia.schemas.registry;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.common.config.ConfigException;

/** How to sign in to the registry. Never shown: neither in logs nor as a string. */
final class Credentials {

    private final String configured;

    Credentials(RegistryConfig config) {
        this.configured = fromSettings(config);
    }

    /** Signs a request in: as configured, or else with what the address holds. */
    void sign(HttpRequest.Builder request, URI address) {
        var userInfo = address.getUserInfo();
        if (!configured.isEmpty()) {
            request.header("Authorization", configured);
        } else if (userInfo != null) {
            request.header("Authorization", basic(userInfo));
        }
    }

    private static String fromSettings(RegistryConfig config) {
        if (!config.getString(RegistryConfig.BEARER_SOURCE).isEmpty()) {
            var token = config.getPassword(RegistryConfig.BEARER_TOKEN).value();
            return "Bearer " + required(RegistryConfig.BEARER_TOKEN, token);
        }
        if (config.getString(RegistryConfig.BASIC_SOURCE).equals("USER_INFO")) {
            return basic(required(RegistryConfig.USER_INFO, config.userInfo().value()));
        }
        return "";
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(String setting, String value) {
        if (value.isEmpty()) {
            throw new ConfigException(setting + " is empty, but the credentials are to be taken from it. Set it.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
