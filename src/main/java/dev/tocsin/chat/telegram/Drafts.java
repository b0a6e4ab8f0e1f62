package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.notice.Bell;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Parts as the calls that send them or put them in a message's place. Pure. */
final class Drafts {
    private static final int FILE_NAME = 60;

    private Drafts() {}

    static SendMessage message(Part.Words words, Spot spot, Bell bell) {
        SendMessage message = new SendMessage(Long.toString(spot.chat()), text(words));
        message.setParseMode(mode(words));
        message.setReplyMarkup(buttons(words));
        message.setMessageThreadId(number(spot.topic()));
        message.setReplyParameters(reply(spot).orElse(null));
        message.setLinkPreviewOptions(bare());
        message.setDisableNotification(silent(bell));
        return message;
    }

    /** Telegram shows no previews of links under pictures. */
    static SendPhoto photo(Part.Photo photo, Spot spot, Bell bell) {
        SendPhoto message = new SendPhoto(Long.toString(spot.chat()), upload(photo.picture()));
        message.setCaption(text(photo.caption()));
        message.setParseMode(mode(photo.caption()));
        message.setReplyMarkup(buttons(photo.caption()));
        message.setMessageThreadId(number(spot.topic()));
        message.setReplyParameters(reply(spot).orElse(null));
        message.setDisableNotification(silent(bell));
        return message;
    }

    static SendDocument document(Block.Document document, Spot spot, Bell bell) {
        String name = OutsideText.cut(document.fileName().replaceAll("[/\\\\\"]", "_"), FILE_NAME);
        byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
        InputFile file = new InputFile(new ByteArrayInputStream(bytes), name.isBlank() ? "file.txt" : name);
        SendDocument message = new SendDocument(Long.toString(spot.chat()), file);
        message.setMessageThreadId(number(spot.topic()));
        message.setReplyParameters(reply(spot).orElse(null));
        message.setDisableNotification(silent(bell));
        return message;
    }

    static EditMessageText text(Part.Words words, Place place) {
        EditMessageText edit = EditMessageText.builder()
                .chatId(place.chat())
                .messageId(place.message())
                .text(text(words))
                .build();
        edit.setParseMode(mode(words));
        edit.setReplyMarkup(buttons(words));
        edit.setLinkPreviewOptions(bare());
        return edit;
    }

    static EditMessageCaption caption(Part.Words words, Place place) {
        EditMessageCaption edit = EditMessageCaption.builder()
                .chatId(place.chat())
                .messageId(place.message())
                .caption(text(words))
                .build();
        edit.setParseMode(mode(words));
        edit.setReplyMarkup(buttons(words));
        return edit;
    }

    static EditMessageMedia media(Part.Photo photo, Place place) {
        Block.Picture picture = photo.picture();
        InputMediaPhoto media =
                new InputMediaPhoto(new ByteArrayInputStream(picture.png().bytes()), picture.fileName());
        media.setCaption(text(photo.caption()));
        media.setParseMode(mode(photo.caption()));
        EditMessageMedia edit = EditMessageMedia.builder()
                .chatId(place.chat())
                .messageId(place.message())
                .media(media)
                .build();
        edit.setReplyMarkup(buttons(photo.caption()));
        return edit;
    }

    private static InputFile upload(Block.Picture picture) {
        return new InputFile(new ByteArrayInputStream(picture.png().bytes()), picture.fileName());
    }

    private static String text(Part.Words words) {
        return switch (words) {
            case Part.Text text -> text.html();
            case Part.Plain plain -> plain.text();
        };
    }

    private static @Nullable String mode(Part.Words words) {
        return words instanceof Part.Text ? ParseMode.HTML : null;
    }

    private static @Nullable InlineKeyboardMarkup buttons(Part.Words words) {
        return words instanceof Part.Text text ? text.buttons().orElse(null) : null;
    }

    /** What was answered may be deleted at any moment: then Telegram sends the answer by itself. */
    private static Optional<ReplyParameters> reply(Spot spot) {
        return spot.reply().isEmpty()
                ? Optional.empty()
                : Optional.of(ReplyParameters.builder()
                        .messageId(spot.reply().getAsInt())
                        .allowSendingWithoutReply(true)
                        .build());
    }

    private static LinkPreviewOptions bare() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable Boolean silent(Bell bell) {
        return bell == Bell.SILENT ? Boolean.TRUE : null;
    }
}
