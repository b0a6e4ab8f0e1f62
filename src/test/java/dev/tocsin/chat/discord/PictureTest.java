package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.chat.fake.Attached;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Png;
import dev.tocsin.core.message.Tone;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice with a picture. */
class PictureTest {
    private OutStage stage;
    private long channel;

    @BeforeEach
    void open() throws Exception {
        stage = OutStage.connected();
        channel = stage.guild.text("alerts");
        stage.awaitConnected(channel);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void itStandsInTheMessageAndIsToldInWordsToThoseWhoCannotSeeIt() throws IOException {
        stage.send(channel, pictured(), "k");

        Posted posted = stage.last(channel);
        assertThat(posted.embed(0).path("image").path("url").asText()).endsWith("reach.png");
        assertThat(posted.files()).extracting(Attached::name).containsExactly("reach.png");
        assertThat(stage.discord
                        .requests("POST", "/channels/{channel}/messages")
                        .getLast()
                        .body()
                        .path("attachments")
                        .path(0)
                        .path("description")
                        .asText())
                .isEqualTo("0 of 9 answer since 21:00");
    }

    @Test
    void whereFilesAreForbiddenTheWordsComeWithoutIt() throws IOException {
        stage.guild.botMayNot(channel, Permission.MESSAGE_ATTACH_FILES);
        stage.awaitLack(channel, Permission.MESSAGE_ATTACH_FILES);
        stage.send(channel, pictured(), "k");

        assertThat(stage.last(channel).text()).contains("api is down").contains("1 file is left out");
        assertThat(stage.last(channel).files()).isEmpty();
    }

    @Test
    void itStaysWhereTheMessageIsEdited() throws IOException {
        stage.send(channel, pictured(), "k");
        Posted first = stage.last(channel);
        stage.amend(channel, new Place(channel, first.id()).receipt(), pictured());

        assertThat(stage.last(channel).edits()).isEqualTo(1);
        assertThat(stage.last(channel).files()).extracting(Attached::name).containsExactly("reach.png");
        assertThat(stage.last(channel).text()).doesNotContain("left out");
    }

    private static Message pictured() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(12, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return Message.of(Tone.ALERT, "api is down")
                .and(new Block.Picture("reach.png", new Png(bytes.toByteArray()), "0 of 9 answer since 21:00"));
    }
}
