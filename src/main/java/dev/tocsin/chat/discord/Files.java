package dev.tocsin.chat.discord;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.FileUpload;

/**
 * What is attached to a message.
 *
 * @param picture stands in the message; the others hang below it
 */
record Files(Optional<Block.Picture> picture, List<Block.Document> documents) {
    static final Files NONE = new Files(Optional.empty(), List.of());

    Files {
        documents = List.copyOf(documents);
    }

    /** The first picture, and all documents. */
    static Files of(Message message) {
        List<Block.Picture> pictures = new ArrayList<>();
        List<Block.Document> documents = new ArrayList<>();
        for (Block block : message.blocks()) {
            if (block instanceof Block.Picture picture) {
                pictures.add(picture);
            } else if (block instanceof Block.Document document) {
                documents.add(document);
            }
        }
        return new Files(pictures.stream().findFirst(), documents);
    }

    int count() {
        return documents.size() + (picture.isPresent() ? 1 : 0);
    }

    /** At most so many, the picture before the others. */
    Files first(int most) {
        Optional<Block.Picture> kept = picture.filter(ignored -> most > 0);
        int room = Math.max(0, most - (kept.isPresent() ? 1 : 0));
        return new Files(kept, documents.subList(0, Math.min(room, documents.size())));
    }

    /** Made anew for every message: JDA uses them up. */
    List<FileUpload> uploads() {
        List<FileUpload> uploads = new ArrayList<>();
        picture.ifPresent(one -> uploads.add(FileUpload.fromData(one.png().bytes(), one.fileName())
                .setDescription(OutsideText.cut(one.words(), FileUpload.MAX_DESCRIPTION_LENGTH))));
        documents.forEach(
                one -> uploads.add(FileUpload.fromData(one.text().getBytes(StandardCharsets.UTF_8), one.fileName())));
        return uploads;
    }
}
