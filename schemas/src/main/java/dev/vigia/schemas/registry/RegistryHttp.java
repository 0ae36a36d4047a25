package dev.vigia.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final Duration timeout;
    private volatile int preferred;

    RegistryHttp(RegistryConfig config) {
        this.client = client(config);
        this.addresses = RegistryAddress.all(config);
        this.backoff = config.backoff();
        this.timeout = config.readTimeout();
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
            var answer = send(request.to(address));
            if (answer.statusCode() < 500 && answer.statusCode() != TOO_MANY_REQUESTS) {
                return answer;
            }
            failures.add(address + " answered " + answer.statusCode());
        } catch (IOException e) {
            failures.add(address + ": " + e);
        }
        return null;
    }

    /** Waits for the whole answer: the client's own timeout would end with the headers. */
    private HttpResponse<String> send(HttpRequest request) throws IOException {
        var answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            answer.cancel(true); // Lets go of the connection where the answer is not there yet.
        }
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
