package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.chat.fake.Attached;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} as Discord takes it: one {@code payload_json} and files. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern FIELD = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)filename=\"([^\"]*)\"");

    private Multipart() {}

    static Recorded.Payload read(String contentType, byte[] body) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IOException("no boundary in " + contentType);
        }
        JsonNode json = MissingNode.getInstance();
        List<Attached> files = new ArrayList<>();
        // Latin-1 keeps every byte as one character.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int split = part.indexOf("\r\n\r\n");
            if (split < 0) {
                continue;
            }
            String head = utf8(part.substring(0, split));
            byte[] content = part.substring(split + 4, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1);
            String field = first(FIELD, head);
            if (field.equals("payload_json")) {
                json = FakeJson.read(content);
            } else {
                files.add(new Attached(field, first(FILE, head), content));
            }
        }
        return new Recorded.Payload(json, files);
    }

    private static String first(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
