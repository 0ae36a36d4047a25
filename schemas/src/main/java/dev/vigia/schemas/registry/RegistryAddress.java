package dev.vigia.schemas.registry;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** One address of the registry and how to sign in there. Shown without user and password. */
final class RegistryAddress {

    private final URI shown;
    private final URI given;
    private final Credentials credentials;

    private RegistryAddress(String url, Credentials credentials) {
        this.given = parse(url.strip());
        this.shown = withoutUserInfo(given);
        this.credentials = credentials;
    }

    static List<RegistryAddress> all(RegistryConfig config) {
        var credentials = new Credentials(config);
        return config.urls().stream()
                .map(url -> new RegistryAddress(url, credentials))
                .toList();
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(shown + path))
                .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
        credentials.sign(request, given);
        return request;
    }

    @Override
    public String toString() {
        return shown.toString();
    }

    /** Never repeats what was given: it may hold a password. */
    private static URI parse(String url) {
        if (!url.matches("https?://[^/\\s]+\\S*")) {
            throw new ConfigException(RegistryConfig.URL + " holds something other than http:// or https:// addresses");
        }
        try {
            return URI.create(url.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(RegistryConfig.URL + " holds an address that is not a URI; escape its password");
        }
    }

    private static URI withoutUserInfo(URI uri) {
        var userInfo = uri.getRawUserInfo();
        return userInfo == null ? uri : URI.create(uri.toString().replace(userInfo + "@", ""));
    }
}
