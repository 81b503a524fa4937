package org.depesche.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import io.quarkus.test.junit.QuarkusMock;

/** The service's clock in the hands of a test: it stands still until the test sets it. It is replaced for one test only. */
public final class SettableClock extends Clock {

    private volatile Instant now;

    private SettableClock(Instant now) {
        this.now = now;
    }

    /** Takes the place of the service's clock until the end of the test, beginning at the present. */
    public static SettableClock install() {
        var clock = new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
        QuarkusMock.installMockForType(clock, Clock.class);
        return clock;
    }

    /** A clock for what a test makes itself. That of the service goes on. */
    public static SettableClock ofItsOwn(Instant now) {
        return new SettableClock(now);
    }

    public void setTo(Instant moment) {
        now = moment;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
