package dev.tocsin.probe;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Talk;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;

/**
 * Says what a check says on a connection, and reads until what it waits for is found, the other side closes, 64 KiB have
 * come, or the look is over. The caller ends the socket at the deadline.
 */
final class TalkExchange {
    private static final int MOST = 64 << 10;
    /** So many searches of all that came, one for each piece; then one for each further kilobyte. */
    private static final int SEARCHES = 256;

    private static final int FURTHER = 1_024;

    private final String regex;
    private final Course course;
    private final byte[] received = new byte[MOST];
    private int length;
    private int searched;
    private int searches;
    private String end = "";

    private TalkExchange(String regex, Course course) {
        this.regex = regex;
        this.course = course;
    }

    static Outcome hold(Outcome soFar, Talk talk, Socket socket, Course course) throws IOException {
        if (talk.send().isEmpty() && talk.reply().isEmpty()) {
            return soFar;
        }
        course.enter(Phase.TALK);
        if (talk.send().isPresent()) {
            socket.getOutputStream().write(TalkText.bytes(talk.send().get()));
        }
        return talk.reply().isPresent()
                ? new TalkExchange(talk.reply().get(), course).await(soFar, socket.getInputStream())
                : soFar;
    }

    private Outcome await(Outcome soFar, InputStream in) throws IOException {
        boolean found = false;
        while (!found && end.isEmpty()) {
            read(in);
            found = isDue() && search();
        }
        String text = TalkText.harmless(TalkText.text(received, length));
        String seen = (text.isEmpty() ? "nothing" : text) + (found ? "" : end);
        course.noted(new Expectation(
                "an answer that matches /" + regex + "/",
                seen,
                found ? Expectation.Result.MET : Expectation.Result.MISSED));
        return found ? soFar : FailureReader.down(Phase.TALK, FailureKind.TCP_ANSWER, seen);
    }

    private void read(InputStream in) throws IOException {
        try {
            int read = in.read(received, length, MOST - length);
            length += Math.max(0, read);
            end = read < 0 ? ", then the connection was closed" : length == MOST ? ", and more than 64 KiB" : end();
        } catch (IOException failed) {
            if (!(failed instanceof InterruptedIOException)
                    && !course.deadline().isOver()) {
                throw failed;
            }
            end = ", and no more in time";
        }
    }

    private String end() {
        return course.deadline().isOver() ? ", and no more in time" : "";
    }

    private boolean isDue() {
        return !end.isEmpty() || searches < SEARCHES || length - searched >= FURTHER;
    }

    private boolean search() {
        searches++;
        searched = length;
        return BoundedMatch.found(regex, TalkText.text(received, length), course.deadline());
    }
}
