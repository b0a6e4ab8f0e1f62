package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chat.fake.Attached;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bodies that Telegram takes: JSON, {@code multipart/form-data}, and forms of an address. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern FIELD = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)filename=\"([^\"]*)\"");

    private Multipart() {}

    static Parameters read(String contentType, byte[] body) throws IOException {
        if (contentType.startsWith("multipart/form-data")) {
            return parts(contentType, body);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return Parameters.none();
        }
        if (contentType.startsWith("application/x-www-form-urlencoded")) {
            return form(text);
        }
        Optional<ObjectNode> json =
                FakeJson.read(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
        return json.map(each -> new Parameters(each, List.of(), Parameters.Form.JSON))
                .orElseThrow(() -> new IOException("a body that is no JSON object"));
    }

    /** Also of the part of an address behind the question mark. */
    static Parameters form(String text) {
        ObjectNode json = FakeJson.object();
        for (String pair : text.split("&", -1)) {
            int at = pair.indexOf('=');
            json.put(decode(at < 0 ? pair : pair.substring(0, at)), at < 0 ? "" : decode(pair.substring(at + 1)));
        }
        return new Parameters(json, List.of(), Parameters.Form.TEXT);
    }

    private static Parameters parts(String contentType, byte[] body) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IOException("no boundary in " + contentType);
        }
        ObjectNode json = FakeJson.object();
        List<Attached> files = new ArrayList<>();
        // Latin-1 keeps every byte as one character.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split("(?:^|\r\n)" + Pattern.quote("--" + boundary.group(1)), -1)) {
            int split = part.indexOf("\r\n\r\n");
            if (split < 0) {
                continue;
            }
            String head = utf8(part.substring(0, split));
            String content = part.substring(split + 4);
            Map.Entry<String, String> names = Map.entry(first(FIELD, head), first(FILE, head));
            if (FILE.matcher(head).find()) {
                files.add(
                        new Attached(names.getKey(), names.getValue(), content.getBytes(StandardCharsets.ISO_8859_1)));
            } else {
                json.put(names.getKey(), utf8(content));
            }
        }
        return new Parameters(json, files, Parameters.Form.TEXT);
    }

    private static String first(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
