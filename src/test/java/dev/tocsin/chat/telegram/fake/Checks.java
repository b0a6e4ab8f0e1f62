package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** Holds a call against Telegram's limits, whatever the world looks like. */
final class Checks {
    private static final int CALLBACK_TEXT = 200;
    private static final int MOST_UPDATES = 100;
    private static final List<String> CHAT_ACTIONS = List.of("typing", "upload_photo", "upload_document");

    private Checks() {}

    static Complaints of(Recorded request) {
        Complaints complaints = new Complaints();
        Parameters given = request.parameters();
        switch (request.method().toLowerCase(Locale.ROOT)) {
            case "sendmessage" -> posted(request, Words.Slot.TEXT, complaints);
            case "sendphoto" -> media(request, "photo", complaints);
            case "senddocument" -> media(request, "document", complaints);
            case "editmessagetext" -> edited(request, Words.Slot.TEXT, complaints);
            case "editmessagecaption" -> edited(request, Words.Slot.CAPTION, complaints);
            case "editmessagemedia" -> {
                message(request, complaints);
                MediaLimits.checkMedia(given, given.structure("media"), complaints);
                Markup.check(request, complaints);
            }
            case "editmessagereplymarkup" -> {
                message(request, complaints);
                Markup.check(request, complaints);
            }
            case "deletemessage", "pinchatmessage" -> message(request, complaints);
            case "setmycommands" -> CommandLimits.check(given, complaints);
            case "getmycommands", "deletemycommands" -> CommandLimits.checkScope(given, complaints);
            case "answercallbackquery" -> callback(given, complaints);
            case "getupdates" -> updates(given, complaints);
            case "sendchataction" -> {
                if (!CHAT_ACTIONS.contains(given.text("action").orElse(""))) {
                    complaints.refuse(FakeError.bad("wrong parameter action in request"));
                }
            }
            default -> {
                // Nothing else has limits.
            }
        }
        return complaints;
    }

    private static void media(Recorded request, String field, Complaints complaints) {
        MediaLimits.check(request.parameters(), field, complaints);
        posted(request, Words.Slot.CAPTION, complaints);
    }

    private static void posted(Recorded request, Words.Slot slot, Complaints complaints) {
        Parameters given = request.parameters();
        chat(given, complaints);
        Words.check(given, slot, complaints);
        Markup.check(request, complaints);
        JsonNode reply = given.structure("reply_parameters");
        boolean isSet = given.text("reply_parameters").isPresent();
        if (isSet && !reply.path("message_id").isIntegralNumber()) {
            complaints.refuse(FakeError.bad("can't parse reply parameters JSON object"), reply.toString());
        }
        if (given.text("reply_to_message_id").isPresent()) {
            complaints.note("reply_to_message_id, where reply_parameters stands now");
        }
        if (given.text("disable_web_page_preview").isPresent()) {
            complaints.note("disable_web_page_preview, where link_preview_options stands now");
        }
        if (given.text("message_thread_id").isPresent()
                && given.number("message_thread_id").isEmpty()) {
            complaints.refuse(FakeError.bad("invalid message thread ID specified"));
        }
    }

    private static void edited(Recorded request, Words.Slot slot, Complaints complaints) {
        message(request, complaints);
        Words.check(request.parameters(), slot, complaints);
        Markup.check(request, complaints);
    }

    private static void message(Recorded request, Complaints complaints) {
        chat(request.parameters(), complaints);
        if (request.parameters().number("message_id").isEmpty()) {
            complaints.refuse(FakeError.bad("message identifier is not specified"));
        }
    }

    private static void chat(Parameters given, Complaints complaints) {
        if (given.text("chat_id").orElse("").isEmpty()) {
            complaints.refuse(FakeError.CHAT_ID_EMPTY);
        }
    }

    private static void callback(Parameters given, Complaints complaints) {
        if (given.text("callback_query_id").isEmpty()) {
            complaints.refuse(FakeError.QUERY_TOO_OLD);
        }
        if (given.text("text").orElse("").length() > CALLBACK_TEXT) {
            complaints.refuse(FakeError.bad("MESSAGE_TOO_LONG"));
        }
    }

    private static void updates(Parameters given, Complaints complaints) {
        long limit = given.number("limit").orElse(MOST_UPDATES);
        if (limit < 1 || limit > MOST_UPDATES) {
            complaints.note("limit " + limit + " is not between 1 and " + MOST_UPDATES);
        }
        if (given.number("timeout").orElse(0) <= 0) {
            complaints.note("short polling");
        }
    }
}
