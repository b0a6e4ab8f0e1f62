package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chat.fake.Attached;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Discord's limits on a message. */
final class MessageLimits {
    enum Stage {
        NEW,
        EDIT
    }

    static final int CONTENT = 2000;
    static final int EMBEDS = 10;
    static final int FILES = 10;
    static final int FILE_BYTES = 10 * 1024 * 1024;
    static final int NONCE = 25;
    static final int ALT_TEXT = 1024;
    private static final Set<String> MENTIONS = Set.of("roles", "users", "everyone");

    private final List<Attached> files;
    private final Stage stage;

    MessageLimits(List<Attached> files, Stage stage) {
        this.files = files;
        this.stage = stage;
    }

    void check(Measure message) {
        message.atMost("content", CONTENT);
        message.atMost("nonce", NONCE);
        message.sizeAtMost("embeds", EMBEDS);
        new EmbedLimits().check(message);
        new ComponentLimits().check(message);
        checkFiles(message);
        checkMentions(message);
        if (stage == Stage.NEW && isEmpty(message)) {
            message.complain("content", "BASE_TYPE_REQUIRED", "Cannot send an empty message");
        }
    }

    private boolean isEmpty(Measure message) {
        return message.text("content").isBlank()
                && message.node().path("embeds").isEmpty()
                && message.node().path("components").isEmpty()
                && files.isEmpty();
    }

    private void checkFiles(Measure message) {
        if (files.size() > FILES) {
            message.complain("attachments", "BASE_TYPE_MAX_LENGTH", "Must be " + FILES + " or fewer in length");
        }
        if (files.stream().mapToLong(Attached::size).sum() > FILE_BYTES) {
            message.complain("attachments", "TOO_LARGE", "All files together are over 10 MiB");
        }
        message.each("attachments").forEach(each -> each.atMost("description", ALT_TEXT));
        Set<String> names = new HashSet<>();
        files.forEach(file -> names.add(file.name()));
        if (stage == Stage.NEW || !files.isEmpty()) {
            checkReferences(message, message.node(), names);
        }
    }

    /** Every {@code attachment://name} is the name of a file that comes along. */
    private static void checkReferences(Measure message, JsonNode node, Set<String> names) {
        if (node.isTextual() && node.asText().startsWith("attachment://")) {
            String name = node.asText().substring("attachment://".length());
            if (!names.contains(name)) {
                message.complain("attachments", "ATTACHMENT_NOT_FOUND", "nothing is attached as " + name);
            }
        }
        node.forEach(child -> checkReferences(message, child, names));
    }

    private static void checkMentions(Measure message) {
        Measure allowed = message.in("allowed_mentions");
        allowed.sizeAtMost("users", 100);
        allowed.sizeAtMost("roles", 100);
        allowed.each("parse").stream()
                .filter(each -> !MENTIONS.contains(each.node().asText()))
                .forEach(each -> allowed.complain("parse", "BASE_TYPE_CHOICES", "not a kind of mention"));
        for (String kind : List.of("users", "roles")) {
            boolean parsed = allowed.each("parse").stream()
                    .anyMatch(each -> each.node().asText().equals(kind));
            if (parsed && !allowed.node().path(kind).isEmpty()) {
                allowed.complain(kind, "MUTUALLY_EXCLUSIVE", "parse has " + kind + " too");
            }
        }
    }
}
