package dev.vigia.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.function.Predicate;

/**
 * What the address said, which may be no registry at all.
 *
 * @param request method and address, without user and password
 * @param body missing where it is not JSON
 */
record RegistryAnswer(String request, int status, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RegistryAnswer of(HttpResponse<String> answer) {
        var request = answer.request().method() + " " + answer.request().uri();
        return new RegistryAnswer(request, answer.statusCode(), json(answer.body()));
    }

    /** Confluent's code for what was wrong, as only a registry gives it; 0 where there is none. */
    int errorCode() {
        return body.path("error_code").asInt();
    }

    String text(String field) {
        return required(field, JsonNode::isTextual).textValue();
    }

    int number(String field) {
        return required(field, JsonNode::isInt).intValue();
    }

    private JsonNode required(String field, Predicate<JsonNode> isRight) {
        var value = body.path(field);
        if (status / 100 != 2 || !isRight.test(value)) {
            throw new RegistryException(status, this + ". " + remedy());
        }
        return value;
    }

    private String remedy() {
        return switch (status) {
            case 401, 403 ->
                "Check the rights of this client and how it signs in: " + RegistryConfig.USER_INFO + " or "
                        + RegistryConfig.BEARER_TOKEN + ".";
            default -> "Is " + RegistryConfig.URL + " the address of a schema registry?";
        };
    }

    @Override
    public String toString() {
        return (request + " answered " + status + " " + body.path("message").asText()).strip();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
