package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chat.fake.Attached;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** What Telegram takes as an upload. */
final class MediaLimits {
    static final int PHOTO_BYTES = 10 * 1024 * 1024;
    static final int DOCUMENT_BYTES = 50 * 1024 * 1024;
    /** Width and height together. */
    static final int PHOTO_SIDES = 10_000;

    static final int PHOTO_RATIO = 20;

    private MediaLimits() {}

    /** {@code sendPhoto} and {@code sendDocument}: an upload, or the id or address of a file. */
    static void check(Parameters parameters, String field, Complaints complaints) {
        Optional<Attached> file = parameters.upload(field);
        String address = parameters.text(field).orElse("");
        if (file.isEmpty() && (address.isEmpty() || address.startsWith("attach://"))) {
            complaints.refuse(FakeError.bad("there is no " + field + " in the request"));
        }
        file.ifPresent(each -> checkFile(each, field, complaints));
    }

    /** The {@code media} of {@code editMessageMedia}, or one of a group. */
    static void checkMedia(Parameters parameters, JsonNode media, Complaints complaints) {
        String type = media.path("type").asText();
        String address = media.path("media").asText("");
        Optional<Attached> file = parameters.upload(media.path("media"));
        if (type.isEmpty() || address.isEmpty()) {
            complaints.refuse(FakeError.bad("can't parse InputMedia"), media.toString());
        } else if (address.startsWith("attach://") && file.isEmpty()) {
            complaints.refuse(FakeError.bad("wrong file identifier/HTTP URL specified"), address);
        }
        file.ifPresent(each -> checkFile(each, type, complaints));
        Words.check(caption(media), Words.Slot.CAPTION, complaints);
    }

    /** The caption of a media, with its markup, as parameters. */
    static Parameters caption(JsonNode media) {
        return media instanceof ObjectNode object
                ? new Parameters(object, List.of(), Parameters.Form.JSON)
                : Parameters.none();
    }

    private static void checkFile(Attached file, String type, Complaints complaints) {
        if (file.size() == 0) {
            complaints.refuse(FakeError.bad("file must be non-empty"), file.name());
        }
        if (file.name().isBlank()) {
            complaints.note("a file without a name");
        }
        if (file.size() > (type.equals("photo") ? PHOTO_BYTES : DOCUMENT_BYTES)) {
            complaints.refuse(new FakeError(413, "Request Entity Too Large", Map.of()));
        }
        if (type.equals("photo") && file.size() > 0) {
            checkPhoto(file, complaints);
        }
    }

    private static void checkPhoto(Attached file, Complaints complaints) {
        Optional<BufferedImage> picture = picture(file);
        if (picture.isEmpty()) {
            complaints.refuse(FakeError.IMAGE_PROCESS_FAILED, file.name());
            return;
        }
        int width = picture.get().getWidth();
        int height = picture.get().getHeight();
        boolean odd = Math.max(width, height) > PHOTO_RATIO * Math.min(width, height);
        if (width + height > PHOTO_SIDES || odd) {
            complaints.refuse(FakeError.bad("PHOTO_INVALID_DIMENSIONS"), width + " x " + height);
        }
    }

    static Optional<BufferedImage> picture(Attached file) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(file.bytes())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
