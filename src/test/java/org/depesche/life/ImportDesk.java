package org.depesche.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.depesche.life.Story.Attempt;
import org.depesche.life.Wire.Answer;

import com.fasterxml.jackson.databind.JsonNode;

/** Imports a record of an article that is there. */
final class ImportDesk {

    private static final String IMPORTS = "/v1/editorial/imports";
    /** After a crash the lease of the node that is no more has to run out first. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, Integer> COUNTED = Map.of("updated", 201, "unchanged", 304, "rejected", 409);

    private final Newsdesk desk;
    private final Hand hand;
    private final Random random;

    ImportDesk(Newsdesk desk, Hand hand, Random random) {
        this.desk = desk;
        this.hand = hand;
        this.random = random;
    }

    /** An import that was accepted, and what has to come of it. */
    record Promise(String id, Story story, Attempt attempt, int status) {
    }

    /** An import names no version: it has the article alone, and nothing is to happen to it by itself meanwhile. */
    void takes(Story story) {
        story.alone.writeLock().lock();
        try {
            if (hand.present(story).status() == 200 && !changesByItself(story.latest())) {
                take(story, story.latest());
            }
        } finally {
            story.alone.writeLock().unlock();
        }
    }

    private static boolean changesByItself(State state) {
        return state.plan() != null && state.plan().at().isBefore(Instant.now().plus(Duration.ofHours(1)));
    }

    private void take(Story story, State before) {
        var isKnown = !before.record().isEmpty() && random.nextInt(3) == 0;
        var content = new Content(desk.word("Gebracht"), slug(before), random.nextBoolean() ? desk.category : desk.part,
                random.nextBoolean() ? List.of() : desk.tags, List.of());
        var line = isKnown ? before.record()
                : Wire.text(Map.of("headline", content.headline(), "slug", content.slug(), "category",
                        content.category(), "tags", content.tags()));
        var isDraft = random.nextInt(3) == 0;
        var expected = before.imported(content, line, isDraft, "import");
        var attempt = story.begin(before, expected.after());
        var accepted = desk.admin().send("POST", IMPORTS + (isDraft ? "?state=draft" : ""),
                Map.of("Content-Type", "application/x-ndjson"), line).expect(202);
        var promise = new Promise(accepted.body().path("id").asText(), story, attempt, expected.status());
        desk.promises.add(promise);
        finish(desk, promise);
        hand.present(story);
    }

    /** Of one that was matched by its slug the record says which it has from now on. */
    private String slug(State before) {
        return before.revisions().get(random.nextInt(before.revisions().size())).content().slug();
    }

    static void finish(Newsdesk desk, Promise promise) {
        Hand.await("the end of the import " + promise, PATIENCE, () -> isOver(read(desk, promise)));
        var ended = read(desk, promise);
        COUNTED.forEach((name, status) -> {
            if (ended.path(name).asInt() != (status == promise.status() ? 1 : 0)) {
                throw new AssertionError(promise + ", but the import says " + ended + ", "
                        + desk.admin().get(IMPORTS + "/" + promise.id() + "/rejections").body());
            }
        });
        promise.story().done(promise.attempt());
        desk.promises.remove(promise);
    }

    private static boolean isOver(JsonNode view) {
        return !List.of("running", "receiving").contains(view.path("state").asText());
    }

    private static JsonNode read(Newsdesk desk, Promise promise) {
        Answer answer = desk.admin().get(IMPORTS + "/" + promise.id()).expect(200);
        return answer.body();
    }
}
