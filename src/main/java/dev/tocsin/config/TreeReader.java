package dev.tocsin.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON, comments and trailing commas allowed, into nodes that know their place. */
final class TreeReader {
    private static final int DEEPEST = 50;

    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private final Problems problems;

    TreeReader(Problems problems) {
        this.problems = problems;
    }

    /** The whole file as one node; empty, with a problem said, where it is not JSON. */
    Optional<Node> read(String text) {
        Node.Place top = new Node.Place(1, 1, "");
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() == null) {
                problems.add(top, "the file is empty; expected an object in braces");
                return Optional.empty();
            }
            Node node = node(parser, place(parser, top));
            if (parser.nextToken() != null) {
                problems.add(place(parser, top), "there is more after the end of the config; expected nothing");
            }
            return Optional.of(node);
        } catch (JsonProcessingException wrong) {
            JsonLocation at = wrong.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            problems.add(new Node.Place(line, 1, ""), "not JSON: " + firstLine(wrong.getOriginalMessage()));
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Node node(JsonParser parser, Node.Place place) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> array(parser, place);
            case VALUE_STRING -> new Node.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Num(place, parser.getText());
            case VALUE_TRUE -> new Node.Flag(place, true);
            case VALUE_FALSE -> new Node.Flag(place, false);
            default -> new Node.Nothing(place);
        };
    }

    private Node object(JsonParser parser, Node.Place place) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonLocation at = parser.currentTokenLocation();
            Node.Place here = place.key(name, at.getLineNr(), at.getColumnNr());
            parser.nextToken();
            Node before = members.putIfAbsent(name, node(parser, here));
            if (before != null) {
                problems.add(
                        here, "given twice, first on line " + before.place().line() + "; expected once");
            }
        }
        return new Node.Obj(place, members);
    }

    private Node array(JsonParser parser, Node.Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonLocation at = parser.currentTokenLocation();
            items.add(node(
                    parser, new Node.Place(at.getLineNr(), at.getColumnNr(), place.path() + "[" + items.size() + "]")));
        }
        return new Node.Arr(place, items);
    }

    private static Node.Place place(JsonParser parser, Node.Place top) {
        return new Node.Place(parser.currentTokenLocation().getLineNr(), 1, top.path());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read").replaceAll(" \\((?:start marker|from `).*", "");
    }
}
