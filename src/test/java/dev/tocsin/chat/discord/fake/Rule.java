package dev.tocsin.chat.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One rule of the script: first how often it holds, then, as the last word, what happens. */
public final class Rule {
    /** What is done with the request. */
    public sealed interface Deed {
        /** It has no effect, and this is the answer. */
        record Say(Answer answer) implements Deed {}

        record Limit(TooMany limit) implements Deed {}

        /** It has no effect, and the connection is cut. */
        record CutBefore() implements Deed {}

        /** It has its effect, and the connection is cut in place of the answer. */
        record CutAfter() implements Deed {}

        /** It has its effect, and the answer comes later. */
        record Late(Duration by) implements Deed {}
    }

    private final Script script;
    private final String method;
    private final PathPattern path;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger hits = new AtomicInteger();
    private volatile int most = 1;
    private volatile Instant end = Instant.MAX;
    private volatile Deed deed = new Deed.CutBefore();

    public Rule(Script script, String method, PathPattern path) {
        this.script = script;
        this.method = method;
        this.path = path;
    }

    public Rule times(int n) {
        most = n;
        return this;
    }

    public Rule always() {
        return times(Integer.MAX_VALUE);
    }

    public Rule until(Instant moment) {
        end = moment;
        return always();
    }

    public Rule lasting(Duration time) {
        return until(Instant.now().plus(time));
    }

    public Rule tooMany(TooMany limit) {
        return act(new Deed.Limit(limit));
    }

    /** A status with a page for its body, as 502 and its kind come. */
    public Rule status(int code) {
        return act(new Deed.Say(Answer.page(code, Integer.toString(code))));
    }

    public Rule error(FakeError error) {
        return act(new Deed.Say(error.answer()));
    }

    public Rule answer(Answer answer) {
        return act(new Deed.Say(answer));
    }

    public Rule cutBefore() {
        return act(new Deed.CutBefore());
    }

    public Rule cutAfter() {
        return act(new Deed.CutAfter());
    }

    public Rule late(Duration by) {
        return act(new Deed.Late(by));
    }

    /** How many requests it has met. */
    public int hits() {
        return hits.get();
    }

    /** It holds no longer; late answers that wait on it go out. */
    public void end() {
        most = 0;
        ended.countDown();
    }

    public Deed deed() {
        return deed;
    }

    /** Returns after that time, or when the rule is ended. */
    public void hold(Duration time) throws InterruptedException {
        boolean early = ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        assert early || time.isPositive();
    }

    public boolean claim(Recorded request) {
        boolean meant = (method.equals("*") || method.equals(request.method()))
                && path.match(request.path()).isPresent()
                && request.at().isBefore(end);
        return meant && take();
    }

    private boolean take() {
        int before;
        do {
            before = hits.get();
            if (before >= most) {
                return false;
            }
        } while (!hits.compareAndSet(before, before + 1));
        return true;
    }

    private Rule act(Deed what) {
        deed = what;
        script.add(this);
        return this;
    }
}
