package org.depesche.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.depesche.lifecycle.ApiClient.ApiResponse;
import org.depesche.lifecycle.ArticleHistory.PendingChange;

import com.fasterxml.jackson.databind.JsonNode;

/** Imports a record of an article that is there. */
final class ImportClient {

    private static final String IMPORTS = "/v1/editorial/imports";
    /** After a crash the lease of the node that is no more has to run out first. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, Integer> STATUS_BY_COUNT = Map.of("updated", 201, "unchanged", 304, "rejected", 409);

    private final SimulatedNewsroom newsroom;
    private final ModelCheckingClient client;
    private final Random random;

    ImportClient(SimulatedNewsroom desk, ModelCheckingClient hand, Random random) {
        this.newsroom = desk;
        this.client = hand;
        this.random = random;
    }

    /** An import that was accepted, and what has to come of it. */
    record PendingImport(String id, ArticleHistory story, PendingChange attempt, int status) {
    }

    /** An import names no version: it has the article alone, and nothing is to happen to it by itself meanwhile. */
    void importRecord(ArticleHistory story) {
        story.exclusive.writeLock().lock();
        try {
            if (client.readAndCheck(story).status() == 200 && !isDueSoon(story.latest())) {
                postRecord(story, story.latest());
            }
        } finally {
            story.exclusive.writeLock().unlock();
        }
    }

    private static boolean isDueSoon(ArticleModel state) {
        return state.plan() != null && state.plan().at().isBefore(Instant.now().plus(Duration.ofHours(1)));
    }

    private void postRecord(ArticleHistory story, ArticleModel before) {
        var isKnown = !before.lastImport().isEmpty() && random.nextInt(3) == 0;
        var content = new ModelContent(newsroom.uniqueText("Gebracht"), slug(before),
                random.nextBoolean() ? newsroom.category : newsroom.subcategory,
                random.nextBoolean() ? List.of() : newsroom.tags, List.of());
        var line = isKnown ? before.lastImport()
                : ApiClient.toJson(Map.of("headline", content.headline(), "slug", content.slug(), "category",
                        content.category(), "tags", content.tags()));
        var isDraft = random.nextInt(3) == 0;
        var expected = before.importRecord(content, line, isDraft, "import");
        var attempt = story.begin(before, expected.after());
        var accepted = newsroom.adminClient().send("POST", IMPORTS + (isDraft ? "?state=draft" : ""),
                Map.of("Content-Type", "application/x-ndjson"), line).expectStatus(202);
        var promise = new PendingImport(accepted.body().path("id").asText(), story, attempt, expected.status());
        newsroom.pendingImports.add(promise);
        awaitEnd(newsroom, promise);
        client.readAndCheck(story);
    }

    /** Of one that was matched by its slug the record says which it has from now on. */
    private String slug(ArticleModel before) {
        return before.revisions().get(random.nextInt(before.revisions().size())).content().slug();
    }

    static void awaitEnd(SimulatedNewsroom desk, PendingImport promise) {
        ModelCheckingClient.await("the end of the import " + promise, PATIENCE, () -> isOver(read(desk, promise)));
        var ended = read(desk, promise);
        STATUS_BY_COUNT.forEach((name, status) -> {
            if (ended.path(name).asInt() != (status == promise.status() ? 1 : 0)) {
                throw new AssertionError(promise + ", but the import says " + ended + ", "
                        + desk.adminClient().get(IMPORTS + "/" + promise.id() + "/rejections").body());
            }
        });
        promise.story().confirm(promise.attempt());
        desk.pendingImports.remove(promise);
    }

    private static boolean isOver(JsonNode view) {
        return !List.of("running", "receiving").contains(view.path("state").asText());
    }

    private static JsonNode read(SimulatedNewsroom desk, PendingImport promise) {
        ApiResponse answer = desk.adminClient().get(IMPORTS + "/" + promise.id()).expectStatus(200);
        return answer.body();
    }
}
