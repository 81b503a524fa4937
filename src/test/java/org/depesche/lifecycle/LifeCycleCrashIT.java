package org.depesche.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

import org.depesche.testkit.Callers;
import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestFolders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The packaged service is killed five times while people work ({@code -Ddepesche.kills} sets another number). What it
 * acknowledged is there when it is back, what it did not is there wholly or not at all, and what was due meanwhile has
 * happened.
 */
class LifeCycleCrashIT {

    private static final int KILLS = Integer.getInteger("depesche.kills", 5);
    private static final int STEPS = 55 * KILLS;
    private static final int EDITORS = 4;
    /** For so long what the dead process was doing is not taken up by another. */
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(90);

    private final Path folder = TestFolders.emptyFolder("life-cycle");
    /** The leases are short, so that the next process does not wait long for the dead one. */
    private final PackagedService.Launcher launcher = PackagedService.in(folder)
            .withEnvironment("DEPESCHE_ADMIN_KEY", Callers.ADMIN_KEY).withEnvironment("DEPESCHE_IMPORTER_LEASE", "PT3S")
            .withEnvironment("DEPESCHE_EDITORIAL_SCHEDULE_LEASE", "PT2S");

    private @Nullable PackagedService service;

    @AfterEach
    void stopProcesses() {
        Optional.ofNullable(service).ifPresent(PackagedService::close);
        PackagedService.databasesIn(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void acknowledgedChangesSurviveKills() {
        var seed = Long.getLong("depesche.seed", System.nanoTime());
        var steps = new ConcurrentLinkedQueue<>(EditorialAction.randomActions(seed, STEPS));
        service = launcher.start();
        try {
            var desk = new SimulatedNewsroom(service.address("/"), "kill");
            for (var kill = 1; kill <= KILLS; kill++) {
                runAndKill(desk, steps, STEPS - STEPS * kill / (KILLS + 1));
            }
            new ConcurrentRun(desk, EDITORS).run(List.copyOf(steps));
            new ConsistencyCheck(desk, true).verify(0);
            assertNoOtherArticles(desk);
        } catch (AssertionError e) {
            throw new AssertionError("seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    /** @param left so many steps are to be left when it is killed */
    private void runAndKill(SimulatedNewsroom desk, Queue<EditorialAction> steps, int left) {
        var due = new AtomicReference<ArticleHistory>();
        new ConcurrentRun(desk, EDITORS).run(steps, left, () -> {
            due.set(scheduleArticle(desk));
            Objects.requireNonNull(service).kill();
            sleepUntil(due.get().latest().plan().at());
        });
        service = launcher.start();
        desk.setServiceUrl(service.address("/"));
        recover(desk);
        ModelCheckingClient.await("what was due while the service was down", LONGEST_LEASE,
                () -> desk.publicClient().get("/v1/articles/" + due.get().id).status() == 200);
        new ConsistencyCheck(desk, true).verify(0);
        desk.reserved.remove(due.get());
    }

    /** An article that is to go out in a moment in which there is no service; nobody else has it in hand. */
    private static ArticleHistory scheduleArticle(SimulatedNewsroom desk) {
        var content = new ModelContent(desk.uniqueText("Geplant"), "", desk.category, List.of(), List.of());
        desk.beginCreation(content.headline(), "planner", content);
        var made = desk.editorClient("planner").post(SimulatedNewsroom.ARTICLES,
                Map.of("headline", content.headline(), "category", desk.category)).expectStatus(201);
        var story = desk.completeCreation(content.headline(), made.body(), true);
        var at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        new ModelCheckingClient(desk, desk.editorClient("planner")).change(story, story.latest(),
                new ModelCheckingClient.ChangeRequest("POST", "/publish", Map.of("at", at.toString())),
                story.latest().schedule(new ArticleModel.PlannedStep("publish", at, "", false, "planner", 0)));
        return story;
    }

    /** Finds out what became of the requests that nobody answered. */
    private static void recover(SimulatedNewsroom desk) {
        List.copyOf(desk.pendingImports).forEach(promise -> ImportClient.awaitEnd(desk, promise));
        ModelCheckingClient.await("imports to end", LONGEST_LEASE,
                () -> desk.adminClient().allItems("/v1/editorial/imports?limit=100").stream()
                        .noneMatch(run -> run.path("state").asText().equals("running")));
        desk.articles.forEach(story -> resolve(desk, story));
        List.copyOf(desk.pendingCreations.keySet()).forEach(headline -> resolve(desk, headline));
    }

    private static void resolve(SimulatedNewsroom desk, ArticleHistory story) {
        var answer = desk.adminClient().get(ModelCheckingClient.path(story));
        if (answer.status() == 404) {
            story.resolveAsDeleted();
            return;
        }
        var picked = ComparableText.texts(answer.expectStatus(200).body().path("related"), "").stream()
                .map(slug -> UUID
                        .fromString(desk.adminClient().get(SimulatedNewsroom.ARTICLES + "/" + slug).body().path("id").asText()))
                .toList();
        story.resolveAfterCrash(answer.version(),
                state -> ComparableText.ofWorkingCopy(state).equals(ComparableText.ofWorkingCopy(answer.body()))
                        && state.picks().stream().filter(picked::contains).toList().equals(picked));
    }

    /** Of an article whose making was not answered. */
    private static void resolve(SimulatedNewsroom desk, String headline) {
        var found = desk.adminClient().allItems(SimulatedNewsroom.ARTICLES + "?limit=100&q=" + headline.replace(" ", "%20"))
                .stream()
                .filter(item -> item.path("headline").asText().equals(headline)).toList();
        assertThat(found).hasSizeLessThanOrEqualTo(1);
        found.forEach(item -> desk.completeCreation(headline,
                desk.adminClient().get(SimulatedNewsroom.ARTICLES + "/" + item.path("id").asText()).expectStatus(200).body(),
                false));
        desk.pendingCreations.remove(headline);
    }

    private static void assertNoOtherArticles(SimulatedNewsroom desk) {
        var known = desk.articles.stream().filter(story -> !story.latest().hasStatus("deleted"))
                .map(story -> story.id.toString())
                .toList();
        var there = desk.adminClient().allItems(SimulatedNewsroom.ARTICLES + "?limit=100").stream()
                .map(item -> item.path("id").asText()).toList();
        assertThat(there).containsExactlyInAnyOrderElementsOf(known);
        var published = desk.publicClient().allItems("/v1/articles?limit=100").stream().map(item -> item.path("id").asText())
                .toList();
        assertThat(ConsistencyCheck.replayChanges(desk.publicClient().allItems("/v1/changes?limit=100&since=0")).keySet())
                .containsExactlyInAnyOrderElementsOf(published);
    }

    private static void sleepUntil(Instant moment) {
        try {
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), moment.plusSeconds(1)).toMillis()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
