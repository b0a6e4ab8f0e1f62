package dev.tocsin.replay;

import dev.tocsin.core.message.Amendment;
import dev.tocsin.core.message.CatchUp;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.NoticeWriter;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.engine.Wording;
import java.time.Instant;
import java.util.List;

/** The bot's words. */
final class PlainWords implements Wording {
    @Override
    public Message one(Notice notice, Instant now) {
        return NoticeWriter.write(notice, now);
    }

    @Override
    public Message many(List<Notice> notices, Instant now) {
        return CatchUp.write(notices, now);
    }

    @Override
    public Message current(List<Notice> notices) {
        return Amendment.write(notices);
    }
}
