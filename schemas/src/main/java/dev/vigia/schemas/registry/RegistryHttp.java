package dev.vigia.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to the first address of the registry that answers. Where none does, all are tried again after a
 * pause; any other answer is the answer, and what it means is for others to say.
 */
final class RegistryHttp {

    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient client;
    private final List<RegistryAddress> addresses;
    private final Backoff backoff;
    private volatile int preferred;

    RegistryHttp(RegistryConfig config) {
        this.client = client(config);
        this.addresses = RegistryAddress.all(config);
        this.backoff = config.backoff();
    }

    RegistryAnswer get(String path) {
        return send(new RegistryRequest(path, null));
    }

    RegistryAnswer post(String path, JsonNode body) {
        return send(new RegistryRequest(path, body.toString()));
    }

    private RegistryAnswer send(RegistryRequest request) {
        var failures = new ArrayList<String>();
        for (int attempt = 0; attempt <= backoff.retries(); attempt++) {
            if (attempt > 0) {
                backoff.pauseBefore(attempt);
            }
            failures.clear();
            var answer = tryEach(request, failures);
            if (answer != null) {
                return RegistryAnswer.of(answer);
            }
        }
        throw new RegistryUnavailableException(
                "no schema registry answered " + request + " in " + (backoff.retries() + 1)
                        + " attempts: " + String.join("; ", failures) + ". Check " + RegistryConfig.URL
                        + " and whether the registry is running.");
    }

    private @Nullable HttpResponse<String> tryEach(RegistryRequest request, List<String> failures) {
        int first = preferred;
        for (int i = 0; i < addresses.size(); i++) {
            int index = (first + i) % addresses.size();
            var answer = tryOne(addresses.get(index), request, failures);
            if (answer != null) {
                preferred = index;
                return answer;
            }
        }
        return null;
    }

    private @Nullable HttpResponse<String> tryOne(
            RegistryAddress address, RegistryRequest request, List<String> failures) {
        try {
            var answer = client.send(request.to(address), BodyHandlers.ofString());
            if (answer.statusCode() < 500 && answer.statusCode() != TOO_MANY_REQUESTS) {
                return answer;
            }
            failures.add(address + " answered " + answer.statusCode());
        } catch (IOException e) {
            failures.add(address + ": " + e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        return null;
    }

    private static HttpClient client(RegistryConfig config) {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.connectTimeout());
        var ssl = config.ssl();
        return ssl.isEmpty()
                ? builder.build()
                : builder.sslContext(Tls.context(ssl)).build();
    }
}
