package dev.tocsin.chat.discord;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.requests.Requester;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.RequestBody;

/**
 * A channel that JDA does not hold: an archived thread, and every one while a lost session is begun anew. Safe for use by
 * many threads.
 */
record FarSpot(JDA jda, long channel) implements Spot {
    /** Nobody knows before it is tried. */
    @Override
    public Set<Permission> lacking() {
        return EnumSet.noneOf(Permission.class);
    }

    /** Asks Discord for the channel; fails with what keeps the bot from writing there. */
    Outcome look() {
        return Spot.outcome(
                () -> new RestActionImpl<DataObject>(
                        jda,
                        Route.Channels.GET_CHANNEL.compile(Long.toString(channel)),
                        (response, request) -> response.getObject()),
                seen -> kind(ChannelType.fromId(seen.getInt("type"))));
    }

    @Override
    public Outcome post(Letter letter) {
        return Spot.outcome(
                () -> writing(letter), sent -> new Outcome.Posted(new Place(channel, sent.getUnsignedLong("id"))));
    }

    /** Puts the letter in the place of a message of the bot's own. */
    Outcome amend(Letter letter, long message) {
        return Spot.outcome(
                () -> amending(letter, message), changed -> new Outcome.Posted(new Place(channel, message)));
    }

    /** Takes a thread out of the archive, which whoever may write in it may do. */
    Outcome wake() {
        RequestBody body =
                RequestBody.create(DataObject.empty().put("archived", false).toJson(), Requester.MEDIA_TYPE_JSON);
        return Spot.outcome(
                () -> new RestActionImpl<DataObject>(
                        jda,
                        Route.Channels.MODIFY_CHANNEL.compile(Long.toString(channel)),
                        body,
                        (response, request) -> response.getObject()),
                woken -> new Outcome.Posted(new Place(channel, 0)));
    }

    Outcome pin(long message) {
        return pinned(Route.Messages.PIN_MESSAGE, message);
    }

    Outcome unpin(long message) {
        return pinned(Route.Messages.UNPIN_MESSAGE, message);
    }

    private Outcome pinned(Route how, long message) {
        return Spot.outcome(
                () -> new RestActionImpl<Place>(
                        jda,
                        how.compile(Long.toString(channel), Long.toString(message)),
                        (response, request) -> new Place(channel, message)),
                Outcome.Posted::new);
    }

    private RestAction<DataObject> amending(Letter letter, long changed) {
        try (MessageCreateData message = letter.message()) {
            DataObject json = message.toData();
            return new RestActionImpl<>(
                    jda,
                    Route.Messages.EDIT_MESSAGE.compile(Long.toString(channel), Long.toString(changed)),
                    RequestBody.create(json.toJson(), Requester.MEDIA_TYPE_JSON),
                    (response, request) -> response.getObject());
        }
    }

    private RestAction<DataObject> writing(Letter letter) {
        try (MessageCreateData message = letter.message()) {
            DataObject json =
                    message.toData().put("nonce", Nonce.of(letter.key())).put("enforce_nonce", true);
            letter.reply().ifPresent(answered -> json.put("message_reference", reference(answered)));
            RequestBody plain = RequestBody.create(json.toJson(), Requester.MEDIA_TYPE_JSON);
            RequestBody body = message.getFiles().isEmpty()
                    ? plain
                    : AttachedFile.createMultipartBody(message.getFiles(), plain)
                            .build();
            return new RestActionImpl<>(
                    jda,
                    Route.Messages.SEND_MESSAGE.compile(Long.toString(channel)),
                    body,
                    (response, request) -> response.getObject());
        }
    }

    private DataObject reference(long answered) {
        return DataObject.empty()
                .put("channel_id", Long.toString(channel))
                .put("message_id", Long.toString(answered))
                .put("fail_if_not_exists", false);
    }

    private Outcome kind(ChannelType type) {
        if (type.isMessage()) {
            return new Outcome.Posted(new Place(channel, 0));
        }
        return new Outcome.Failed(
                type == ChannelType.FORUM || type == ChannelType.MEDIA
                        ? new Trouble.Passing(Optional.empty(), "the forum is not known yet")
                        : new Trouble.NoPlace("nobody can write in a Discord channel of the kind "
                                + type.name().toLowerCase(Locale.ROOT)));
    }
}
