package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a body, as Discord's 50035 tells it. */
final class Complaints {
    private final List<Complaint> complaints = new ArrayList<>();

    /**
     * One wrong place.
     *
     * @param path its fields and indices, joined by dots
     */
    private record Complaint(String path, String code, String message) {}

    void add(String path, String code, String message) {
        complaints.add(new Complaint(path, code, message));
    }

    List<String> all() {
        return complaints.stream()
                .map(each -> each.path() + ": " + each.message())
                .toList();
    }

    /** Throws 50035 when there is any complaint. */
    void refuse() {
        if (complaints.isEmpty()) {
            return;
        }
        ObjectNode body = FakeError.INVALID_FORM_BODY.json();
        ObjectNode errors = body.putObject("errors");
        complaints.forEach(complaint -> enter(errors, complaint));
        throw new Refusal(all().toString(), Answer.of(400, body));
    }

    private static void enter(ObjectNode errors, Complaint complaint) {
        ObjectNode at = errors;
        for (String step : complaint.path().split("\\.", -1)) {
            at = at.withObjectProperty(step);
        }
        at.withArrayProperty("_errors")
                .addObject()
                .put("code", complaint.code())
                .put("message", complaint.message());
    }
}
