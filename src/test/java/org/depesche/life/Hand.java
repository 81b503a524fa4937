package org.depesche.life;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.depesche.kernel.Uuid7;
import org.depesche.life.State.Outcome;
import org.depesche.life.Story.Attempt;
import org.depesche.life.Wire.Answer;

/** Does one thing to one article, and holds what comes of it against the model. */
final class Hand {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Newsdesk desk;
    private final Wire wire;

    Hand(Newsdesk desk, Wire wire) {
        this.desk = desk;
        this.wire = wire;
    }

    /** @param body an empty text sends none */
    record Change(String method, String path, Object body) {
    }

    static String tag(Story story, long version) {
        return "\"" + Uuid7.compact(story.id) + "-" + version + "\"";
    }

    static String path(Story story) {
        return Newsdesk.ARTICLES + "/" + story.id;
    }

    /** With the version of a state that somebody has read; it may have passed meanwhile. */
    void change(Story story, State before, Change change, Outcome expected) {
        change(story, before, change, expected, () -> false);
    }

    /** @param isWrongMeanwhile what the change names may be no more */
    void change(Story story, State before, Change change, Outcome expected, BooleanSupplier isWrongMeanwhile) {
        var attempt = story.begin(before, expected.after());
        var answer = wire.change(change.method(), path(story) + change.path(), tag(story, before.version()), change.body());
        desk.answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() == expected.status() && answer.status() < 300) {
            accept(story, attempt, answer);
        } else {
            story.refused(attempt);
            if (answer.status() == 400) {
                await("an answer but " + answer, isWrongMeanwhile);
            } else {
                refuse(story, before, expected, answer);
            }
        }
    }

    private void accept(Story story, Attempt attempt, Answer answer) {
        var after = attempt.expected();
        if (!after.is("deleted")) {
            same(answer, after.version(), answer.version());
            same(answer, Sight.ofDesk(after), Sight.ofDesk(answer.body()));
        }
        story.done(attempt);
        readersSeeIt(story, after.version());
    }

    private void refuse(Story story, State before, Outcome expected, Answer answer) {
        if (answer.status() == 412) {
            if (answer.version() <= before.version()) {
                throw new AssertionError("refused with the present version: " + answer);
            }
            learn(story, answer.version());
        } else if (answer.status() == 404) {
            await("deleted: " + answer, () -> story.latest().is("deleted"));
        } else if (answer.status() != expected.status()) {
            throw new AssertionError(expected.status() + " expected of " + before + ": " + answer);
        }
    }

    /** Others may have gone on: they see this state or a later one. */
    private void readersSeeIt(Story story, long version) {
        var seen = desk.readers().get("/v1/articles/" + story.id);
        var line = Sight.ofPublic(seen);
        await("what readers see, " + line + ", of " + story.since(version), () -> {
            if (story.since(version).stream().anyMatch(state -> Sight.ofPublic(state).equals(line))) {
                return true;
            }
            present(story);
            return false;
        });
    }

    /** How it stands now, once that is known; its last state when it is deleted. */
    Answer present(Story story) {
        var answer = wire.get(path(story));
        if (answer.status() == 404) {
            await("deleted: " + answer, () -> story.latest().is("deleted"));
        } else {
            learn(story, answer.expect(200).version());
            same(answer, Sight.ofDesk(story.at(answer.version())), Sight.ofDesk(answer.body()));
        }
        return answer;
    }

    private static void learn(Story story, long version) {
        await("version " + version + " of " + story.id, () -> story.learn(version));
    }

    private static void same(Answer answer, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            throw new AssertionError("expected: " + expected + "\n but was: " + seen + "\n in " + answer);
        }
    }

    static void await(String what, BooleanSupplier isSo) {
        await(what, PATIENCE, isSo);
    }

    static void await(String what, Duration patience, BooleanSupplier isSo) {
        for (var until = System.nanoTime() + patience.toNanos(); !isSo.getAsBoolean();) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + patience + ": " + what);
            }
            try {
                Thread.sleep(3);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
