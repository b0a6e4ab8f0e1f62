package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.StoreUnavailable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first words in a chat: once in a group, and whenever a person begins. Safe for use by many threads. */
final class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Memo memo;
    private final Answers answers;
    private final Set<Long> greeted = ConcurrentHashMap.newKeySet();

    Welcome(Memo memo, Answers answers) {
        this.memo = memo;
        this.answers = answers;
    }

    static Message hello() {
        return Message.of(
                        Tone.INFO,
                        Line.empty()
                                .strong("Tocsin")
                                .text(" watches whether services and networks can be reached, and tells this chat"
                                        + " when one stops answering and when it is back."))
                .fact("Start", Line.empty().code("/status").text(" shows what is watched and how it is"))
                .fact("Alerts", Line.empty().code("/subscribe").text(" in the chat or topic that is to be told"))
                .fact("More", Line.empty().code("/help").text(" lists everything"))
                .suggest("What is watched", "/status");
    }

    /** Greets the group, unless it was greeted before. */
    void greet(long chat) {
        if (isFirst(chat)) {
            answers.say(Address.of(chat), hello());
        }
    }

    /** The group was greeted under another id. */
    void known(long chat) {
        if (isFirst(chat)) {
            LOG.debug("chat {} is an old acquaintance", chat);
        }
    }

    private boolean isFirst(long chat) {
        if (!greeted.add(chat)) {
            return false;
        }
        String name = "telegram/welcomed/" + chat;
        try {
            if (memo.read(name).isPresent()) {
                return false;
            }
            memo.write(name, "yes");
        } catch (StoreUnavailable trouble) {
            LOG.warn("that chat {} was greeted is not kept: {}", chat, trouble.text());
        }
        return true;
    }
}
