package dev.tocsin.chat.telegram.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** One rule of the script: first how often it holds, then, as the last word, what happens. */
public final class Rule {
    /** What is done with the request. */
    sealed interface Deed {
        /** It has no effect, and this is the answer. */
        record Say(Answer answer) implements Deed {}

        /** It has no effect, and the connection is cut. */
        record CutBefore() implements Deed {}

        /** It has its effect, and the connection is cut in place of the answer. */
        record CutAfter() implements Deed {}

        /** It has its effect, and the answer comes later. */
        record Late(Duration by) implements Deed {}
    }

    private final Script script;
    private final InstantSource clock;
    private final Predicate<Recorded> requests;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger hits = new AtomicInteger();
    private volatile int most = 1;
    private volatile Instant end = Instant.MAX;
    private volatile Deed deed = new Deed.CutBefore();

    Rule(Script script, InstantSource clock, Predicate<Recorded> requests) {
        this.script = script;
        this.clock = clock;
        this.requests = requests;
    }

    public Rule times(int n) {
        most = n;
        return this;
    }

    public Rule always() {
        return times(Integer.MAX_VALUE);
    }

    /** By the fake's clock. */
    public Rule until(Instant moment) {
        end = moment;
        return always();
    }

    /** By the fake's clock. */
    public Rule lasting(Duration time) {
        return until(clock.instant().plus(time));
    }

    public Rule tooMany(Duration pause) {
        return error(FakeError.tooMany(pause));
    }

    /** A status with a page for its body, as 502 and its kind come from proxies. */
    public Rule page(int status) {
        return answer(Answer.page(status, status == 502 ? "502 Bad Gateway" : Integer.toString(status)));
    }

    public Rule error(FakeError error) {
        return answer(error.answer());
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

    /** By the machine's clock. */
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

    Deed deed() {
        return deed;
    }

    /** Returns after that time, or when the rule is ended. */
    void hold(Duration time) throws InterruptedException {
        boolean early = ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        assert early || time.isPositive();
    }

    boolean claim(Recorded request) {
        return request.at().isBefore(end) && requests.test(request) && take();
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
