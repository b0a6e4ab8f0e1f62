package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Png;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures of one colour. */
final class Pictures {
    static final int RED = 0xd02020;
    static final int GREEN = 0x20a020;

    private Pictures() {}

    static Message with(Message message, int colour) {
        return message.and(picture(colour, 12, 8));
    }

    static Block.Picture picture(int colour, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(width / 2, height / 2, colour);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Block.Picture("reach.png", new Png(bytes.toByteArray()), "0 of 9 answer <since> 21:00");
    }
}
