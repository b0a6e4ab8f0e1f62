package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chat.fake.Attached;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a request carries: parameters by name and files. In a form every parameter is text, and structures are JSON in it.
 * Immutable.
 */
public record Parameters(ObjectNode json, List<Attached> files, Form form) {
    /** How they came. */
    public enum Form {
        JSON,
        TEXT
    }

    public Parameters {
        json = json.deepCopy();
        files = List.copyOf(files);
    }

    static Parameters none() {
        return new Parameters(FakeJson.object(), List.of(), Form.JSON);
    }

    /** The value as text; a structure as its JSON. */
    public Optional<String> text(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.isValueNode() ? value.asText() : value.toString());
    }

    /** The value as a whole number; empty when it is none. */
    public OptionalLong number(String name) {
        Optional<String> text = text(name).filter(each -> each.matches("-?\\d{1,18}"));
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }

    public boolean isSet(String name) {
        return text(name).filter(each -> each.equalsIgnoreCase("true")).isPresent();
    }

    /** The structure; a missing node when there is none. */
    public JsonNode structure(String name) {
        JsonNode value = json.path(name);
        if (value.isTextual()) {
            return FakeJson.read(value.asText()).orElse(value);
        }
        return value;
    }

    public Optional<Attached> file(String field) {
        return files.stream().filter(file -> file.field().equals(field)).findFirst();
    }

    /** The file that the parameter uploads, whether under its own name or under that of an {@code attach://} address. */
    Optional<Attached> upload(String name) {
        return file(name).or(() -> upload(json.path(name)));
    }

    Optional<Attached> upload(JsonNode address) {
        return Optional.of(address.asText(""))
                .filter(text -> text.startsWith("attach://"))
                .flatMap(text -> file(text.substring("attach://".length())));
    }
}
