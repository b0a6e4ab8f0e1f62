package dev.tocsin.chat.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check against a description, with a small one of our own. */
class OpenApiCheckTest {
    private static final String DESCRIPTION = """
            {"paths": {
              "/channels/{channel_id}/messages": {"post": {"operationId": "create_message", "requestBody": {
                "required": true,
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Message"}}}}}},
              "/channels/{channel_id}/messages/pins": {"get": {"operationId": "list_pins"}},
              "/channels/{channel_id}/messages/{message_id}": {"get": {"operationId": "get_message"}}},
             "components": {"schemas": {"Message": {"type": "object", "properties": {
               "content": {"type": "string", "maxLength": 3},
               "attachments": {"type": "array", "items": {"$ref": "#/components/schemas/File"}}}},
               "File": {"type": "object", "properties": {"id": {"type": "string"}, "size": {"type": "string"}}}}}}
            """;

    private final OpenApiCheck check = new OpenApiCheck(DESCRIPTION);

    private List<String> check(String method, String path, String body) {
        Recorded.Payload payload = new Recorded.Payload(FakeJson.read(body), List.of());
        return check.check(new Recorded(method, path, Map.of(), Map.of(), payload));
    }

    @Test
    void aBodyIsHeldAgainstTheSchemaOfItsOperation() {
        assertThat(check("POST", "/channels/1/messages", "{\"content\":\"abc\"}"))
                .isEmpty();
        assertThat(check("POST", "/channels/1/messages", "{\"content\":\"abcd\"}"))
                .singleElement()
                .asString()
                .contains("/content");
        assertThat(check.requests()).isEqualTo(2);
        assertThat(check.operations()).containsExactly("create_message");
        assertThat(check.schemas()).containsExactly("Message");
    }

    @Test
    void onlyTheKnownCoercionsAreAllowed() {
        assertThat(check("POST", "/channels/1/messages", "{\"attachments\":[{\"id\":0}]}"))
                .isEmpty();
        assertThat(check("POST", "/channels/1/messages", "{\"attachments\":[{\"id\":\"0\",\"size\":1}]}"))
                .hasSize(1);
    }

    @Test
    void anUnknownOperationIsAViolation() {
        assertThat(check("PUT", "/channels/1/messages", "{}")).containsExactly("the description has no such operation");
    }

    @Test
    void aWholePathIsPreferredToOneWithAValue() {
        check.check(request("GET", "/channels/1/messages/pins"));

        assertThat(check.operations()).containsExactly("list_pins");
    }

    @Test
    void aRequiredBodyIsMissed() {
        assertThat(check.check(request("POST", "/channels/1/messages")))
                .containsExactly("the description requires a body");
    }

    private static Recorded request(String method, String path) {
        Recorded.Payload none = new Recorded.Payload(FakeJson.object().path("none"), List.of());
        return new Recorded(method, path, Map.of(), Map.of(), none);
    }
}
