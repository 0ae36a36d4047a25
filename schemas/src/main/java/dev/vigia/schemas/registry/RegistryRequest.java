package dev.vigia.schemas.registry;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/** What is asked of the registry, at whichever address: a POST of the body, or a GET where there is none. */
record RegistryRequest(String path, @Nullable String body) {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    HttpRequest to(RegistryAddress address) {
        var request = address.request(path);
        return body == null
                ? request.GET().build()
                : request.header("Content-Type", CONTENT_TYPE)
                        .POST(BodyPublishers.ofString(body))
                        .build();
    }

    @Override
    public String toString() {
        return (body == null ? "GET " : "POST ") + path;
    }
}
