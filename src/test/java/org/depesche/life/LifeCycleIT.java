package org.depesche.life;

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
 * The packaged service is killed ten times while people work. What it acknowledged is there when it is back, what it did not is
 * there wholly or not at all, and what was due meanwhile has happened.
 */
class LifeCycleIT {

    private static final int KILLS = 10;
    /** Each kill takes with it what everybody is just doing: five hundred are left. */
    private static final int STEPS = 550;
    private static final int PEOPLE = 4;
    /** For so long what the dead process was doing is not taken up by another. */
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(90);

    private final Path folder = TestFolders.emptied("life-cycle");
    private final PackagedService.Launcher launcher = PackagedService.in(folder).with("DEPESCHE_ADMIN_KEY", Callers.ADMIN_KEY);

    private @Nullable PackagedService service;

    @AfterEach
    void nothingIsLeft() {
        Optional.ofNullable(service).ifPresent(PackagedService::close);
        PackagedService.databasesIn(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatWasAcknowledgedOutlivesTenKills() {
        var seed = Long.getLong("depesche.seed", System.nanoTime());
        var steps = new ConcurrentLinkedQueue<>(Step.some(seed, STEPS));
        service = launcher.start();
        try {
            var desk = new Newsdesk(service.address("/"), "kill");
            for (var kill = 1; kill <= KILLS; kill++) {
                survives(desk, steps, STEPS - STEPS * kill / (KILLS + 1));
            }
            new Scene(desk, PEOPLE).play(List.copyOf(steps));
            new Reckoning(desk).agree(0);
            nothingElseIsThere(desk);
        } catch (AssertionError e) {
            throw new AssertionError("seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    /** @param left so many steps are to be left when it is killed */
    private void survives(Newsdesk desk, Queue<Step> steps, int left) {
        var due = new AtomicReference<Story>();
        new Scene(desk, PEOPLE).play(steps, left, () -> {
            due.set(due(desk));
            Objects.requireNonNull(service).kill();
            sleepUntil(due.get().latest().plan().at());
        });
        service = launcher.start();
        desk.movesTo(service.address("/"));
        recover(desk);
        Hand.await("what was due while the service was down", LONGEST_LEASE,
                () -> desk.readers().get("/v1/articles/" + due.get().id).status() == 200);
        new Reckoning(desk).agree(0);
        desk.reserved.remove(due.get());
    }

    /** An article that is to go out in a moment in which there is no service; nobody else has it in hand. */
    private static Story due(Newsdesk desk) {
        var content = new Content(desk.word("Geplant"), "", desk.category, List.of(), List.of());
        desk.coming(content.headline(), "planner", content);
        var made = desk.editor("planner").post(Newsdesk.ARTICLES,
                Map.of("headline", content.headline(), "category", desk.category)).expect(201);
        var story = desk.arrived(content.headline(), made.body(), true);
        var at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        new Hand(desk, desk.editor("planner")).change(story, story.latest(),
                new Hand.Change("POST", "/publish", Map.of("at", at.toString())),
                story.latest().planned(new State.Plan("publish", at, "", false, "planner", 0)));
        return story;
    }

    /** Finds out what became of the requests that nobody answered. */
    private static void recover(Newsdesk desk) {
        List.copyOf(desk.promises).forEach(promise -> ImportDesk.finish(desk, promise));
        Hand.await("imports to end", LONGEST_LEASE, () -> desk.admin().all("/v1/editorial/imports?limit=100").stream()
                .noneMatch(run -> run.path("state").asText().equals("running")));
        desk.stories.forEach(story -> settle(desk, story));
        List.copyOf(desk.coming.keySet()).forEach(headline -> settle(desk, headline));
    }

    private static void settle(Newsdesk desk, Story story) {
        var answer = desk.admin().get(Hand.path(story));
        if (answer.status() == 404) {
            story.settleDeleted();
            return;
        }
        var picked = Sight.words(answer.expect(200).body().path("related"), "").stream()
                .map(slug -> UUID.fromString(desk.admin().get(Newsdesk.ARTICLES + "/" + slug).body().path("id").asText()))
                .toList();
        story.settle(answer.version(), state -> Sight.ofDesk(state).equals(Sight.ofDesk(answer.body()))
                && state.picks().stream().filter(picked::contains).toList().equals(picked));
    }

    /** Of an article whose making was not answered. */
    private static void settle(Newsdesk desk, String headline) {
        var found = desk.admin().all(Newsdesk.ARTICLES + "?limit=100&q=" + headline.replace(" ", "%20")).stream()
                .filter(item -> item.path("headline").asText().equals(headline)).toList();
        assertThat(found).hasSizeLessThanOrEqualTo(1);
        found.forEach(item -> desk.arrived(headline,
                desk.admin().get(Newsdesk.ARTICLES + "/" + item.path("id").asText()).expect(200).body(), false));
        desk.coming.remove(headline);
    }

    private static void nothingElseIsThere(Newsdesk desk) {
        var known = desk.stories.stream().filter(story -> !story.latest().is("deleted")).map(story -> story.id.toString())
                .toList();
        var there = desk.admin().all(Newsdesk.ARTICLES + "?limit=100").stream().map(item -> item.path("id").asText()).toList();
        assertThat(there).containsExactlyInAnyOrderElementsOf(known);
        var published = desk.readers().all("/v1/articles?limit=100").stream().map(item -> item.path("id").asText()).toList();
        assertThat(Reckoning.rebuilt(desk.readers().all("/v1/changes?limit=100&since=0")).keySet())
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
