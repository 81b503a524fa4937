package org.depesche.lifecycle;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.depesche.kernel.Uuid7;
import org.depesche.lifecycle.ApiClient.ApiResponse;
import org.depesche.lifecycle.ArticleHistory.PendingChange;
import org.depesche.lifecycle.ArticleModel.ExpectedOutcome;

/** Does one thing to one article, and holds what comes of it against the model. */
final class ModelCheckingClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SimulatedNewsroom newsroom;
    private final ApiClient client;

    ModelCheckingClient(SimulatedNewsroom desk, ApiClient wire) {
        this.newsroom = desk;
        this.client = wire;
    }

    /** @param body an empty text sends none */
    record ChangeRequest(String method, String path, Object body) {
    }

    static String etag(ArticleHistory story, long version) {
        return "\"" + Uuid7.compact(story.id) + "-" + version + "\"";
    }

    static String path(ArticleHistory story) {
        return SimulatedNewsroom.ARTICLES + "/" + story.id;
    }

    /** With the version of a state that somebody has read; it may have passed meanwhile. */
    void change(ArticleHistory story, ArticleModel before, ChangeRequest change, ExpectedOutcome expected) {
        change(story, before, change, expected, () -> false);
    }

    /** @param isWrongMeanwhile what the change names may be no more */
    void change(ArticleHistory story, ArticleModel before, ChangeRequest change, ExpectedOutcome expected,
            BooleanSupplier isWrongMeanwhile) {
        var attempt = story.begin(before, expected.after());
        var answer = client.sendIfMatch(change.method(), path(story) + change.path(), etag(story, before.version()),
                change.body());
        newsroom.answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() == expected.status() && answer.status() < 300) {
            checkAccepted(story, attempt, answer);
        } else {
            story.reject(attempt);
            if (answer.status() == 400) {
                await("an answer but " + answer, isWrongMeanwhile);
            } else {
                checkRefused(story, before, expected, answer);
            }
        }
    }

    private void checkAccepted(ArticleHistory story, PendingChange attempt, ApiResponse answer) {
        var after = attempt.expected();
        if (!after.hasStatus("deleted")) {
            assertSame(answer, after.version(), answer.version());
            assertSame(answer, ComparableText.ofWorkingCopy(after), ComparableText.ofWorkingCopy(answer.body()));
        }
        story.confirm(attempt);
        checkPublicView(story, after.version());
    }

    private void checkRefused(ArticleHistory story, ArticleModel before, ExpectedOutcome expected, ApiResponse answer) {
        if (answer.status() == 412) {
            if (answer.version() <= before.version()) {
                throw new AssertionError("refused with the present version: " + answer);
            }
            awaitVersion(story, answer.version());
        } else if (answer.status() == 404) {
            await("deleted: " + answer, () -> story.latest().hasStatus("deleted"));
        } else if (answer.status() != expected.status()) {
            throw new AssertionError(expected.status() + " expected of " + before + ": " + answer);
        }
    }

    /** Others may have gone on: they see this state or a later one. */
    private void checkPublicView(ArticleHistory story, long version) {
        var seen = newsroom.publicClient().get("/v1/articles/" + story.id);
        var line = ComparableText.ofPublicView(seen);
        await("what readers see, " + line + ", of " + story.since(version), () -> {
            if (story.since(version).stream().anyMatch(state -> ComparableText.ofPublicView(state).equals(line))) {
                return true;
            }
            readAndCheck(story);
            return false;
        });
    }

    /** How it stands now, once that is known; its last state when it is deleted. */
    ApiResponse readAndCheck(ArticleHistory story) {
        var answer = client.get(path(story));
        if (answer.status() == 404) {
            await("deleted: " + answer, () -> story.latest().hasStatus("deleted"));
        } else {
            awaitVersion(story, answer.expectStatus(200).version());
            assertSame(answer, ComparableText.ofWorkingCopy(story.at(answer.version())),
                    ComparableText.ofWorkingCopy(answer.body()));
        }
        return answer;
    }

    private static void awaitVersion(ArticleHistory story, long version) {
        await("version " + version + " of " + story.id, () -> story.advanceTo(version));
    }

    private static void assertSame(ApiResponse answer, Object expected, Object seen) {
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
