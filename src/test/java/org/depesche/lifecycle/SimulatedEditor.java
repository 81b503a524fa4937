package org.depesche.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.depesche.lifecycle.ArticleModel.ExpectedOutcome;
import org.depesche.lifecycle.ArticleModel.PlannedStep;
import org.depesche.lifecycle.ArticleModel.WithdrawalReason;
import org.depesche.lifecycle.ModelCheckingClient.ChangeRequest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Somebody with a key of their own who does one step after the other. */
final class SimulatedEditor {

    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");
    /** Most work is done on few articles, so that people meet. */
    private static final int POPULAR_ARTICLES = 6;

    private final SimulatedNewsroom newsroom;
    private final String name;
    private final boolean schedulesSoon;
    private Random random = new Random();

    SimulatedEditor(SimulatedNewsroom desk, String name, boolean plansForSoon) {
        this.newsroom = desk;
        this.name = name;
        this.schedulesSoon = plansForSoon;
    }

    void perform(EditorialAction step) {
        random = new Random(step.seed());
        var story = newsroom.article(random.nextInt(random.nextInt(3) == 0 ? 1_000 : POPULAR_ARTICLES));
        if (story.isEmpty() || step.type() == EditorialAction.ActionType.CREATE) {
            create();
        } else if (step.type() == EditorialAction.ActionType.IMPORT) {
            new ImportClient(newsroom, client(), random).importRecord(story.get());
        } else {
            story.get().exclusive.readLock().lock();
            try {
                change(step.type(), story.get(), story.get().latest());
            } finally {
                story.get().exclusive.readLock().unlock();
            }
        }
    }

    private ModelCheckingClient client() {
        return new ModelCheckingClient(newsroom, newsroom.editorClient(name));
    }

    private void create() {
        var content = new ModelContent(newsroom.uniqueText("Neu"), "", random.nextInt(8) == 0 ? "" : category(), tags(),
                List.of());
        var body = new HashMap<String, Object>(Map.of("headline", content.headline(), "tags", content.tags()));
        if (content.isPublishable()) {
            body.put("category", content.category());
        }
        newsroom.beginCreation(content.headline(), name, content);
        newsroom.completeCreation(content.headline(),
                newsroom.editorClient(name).post(SimulatedNewsroom.ARTICLES, body).expectStatus(201).body(), false);
    }

    private void change(EditorialAction.ActionType kind, ArticleHistory story, ArticleModel now) {
        if (now.hasStatus("deleted")) {
            return;
        }
        switch (kind) {
            case PATCH -> save(story, now, "save", changedContent(now.content()));
            case AUTOSAVE -> save(story, now, "autosave", now.content().withHeadline(newsroom.uniqueText("Von selbst")));
            case SAVE_UNCHANGED -> save(story, now, random.nextBoolean() ? "save" : "autosave", now.content());
            case RENAME -> save(story, now, "save", now.content().withSlug(slug(now)));
            case USE_TAKEN_SLUG -> useTakenSlug(story, now);
            case PUT -> put(story);
            case PUBLISH -> publish(story, now, "", false);
            case PUBLISH_AS_MINOR -> publish(story, now, "", true);
            case CORRECT -> publish(story, now, newsroom.uniqueText("Berichtigt"), random.nextInt(4) == 0);
            case SCHEDULE_PUBLISH ->
                schedule(story, now, "publish", random.nextInt(3) == 0 ? newsroom.uniqueText("Berichtigt") : "");
            case SCHEDULE_UNPUBLISH -> schedule(story, now, "unpublish", "");
            case CANCEL_SCHEDULE ->
                client().change(story, now, new ChangeRequest("DELETE", "/schedule", ""), now.cancelSchedule());
            case UNPUBLISH -> client().change(story, now, new ChangeRequest("POST", "/unpublish", ""), now.unpublish());
            case WITHDRAW -> withdraw(story, now);
            case RESTORE -> restore(story, now);
            case PICK -> pick(story, now);
            case DELETE -> client().change(story, now, new ChangeRequest("DELETE", "", ""), now.delete());
            case SEND_STALE_VERSION -> sendStaleVersion(story);
            case OMIT_VERSION -> omitVersion(story);
            case CREATE, IMPORT -> throw new IllegalStateException("done elsewhere: " + kind);
        }
    }

    private ModelContent changedContent(ModelContent content) {
        return switch (random.nextInt(6)) {
            case 0 -> content.withCategory("");
            case 1 -> content.withTags(tags());
            case 2 -> content.withCategory(category()).withTags(tags());
            case 3 -> content.withCategory(category());
            default -> content.withHeadline(newsroom.uniqueText("Geändert"));
        };
    }

    private void save(ArticleHistory story, ArticleModel now, String kind, ModelContent content) {
        client().change(story, now, patch(kind, now.content(), content), now.save(kind, name, content));
    }

    /** Names what differs; and what differs not, when nothing does. */
    private static ChangeRequest patch(String kind, ModelContent before, ModelContent after) {
        var body = new HashMap<String, Object>();
        if (!after.headline().equals(before.headline()) || after.equals(before)) {
            body.put("headline", after.headline());
        }
        if (!after.slug().equals(before.slug())) {
            body.put("slug", after.slug());
        }
        if (!after.category().equals(before.category())) {
            body.put("category", after.category().isEmpty() ? null : after.category());
        }
        if (!after.tags().equals(before.tags()) || after.equals(before)) {
            body.put("tags", after.tags());
        }
        return new ChangeRequest("PATCH", kind.equals("autosave") ? "?autosave=true" : "", body);
    }

    private void put(ArticleHistory story) {
        var read = client().readAndCheck(story);
        if (read.status() == 404) {
            return;
        }
        var before = story.at(read.version());
        var content = before.content()
                .withHeadline(random.nextInt(4) == 0 ? before.content().headline() : newsroom.uniqueText("Ganz"));
        ObjectNode body = read.body().deepCopy();
        body.put("headline", content.headline());
        body.remove("related");
        client().change(story, before, new ChangeRequest("PUT", "", body), before.save("save", name, content));
    }

    private void useTakenSlug(ArticleHistory story, ArticleModel now) {
        var taken = newsroom.articles.stream().filter(other -> other != story).flatMap(other -> other.latest().slugs().stream())
                .findFirst();
        taken.ifPresent(slug -> client().change(story, now, new ChangeRequest("PATCH", "", Map.of("slug", slug)),
                new ExpectedOutcome(409, now)));
    }

    private void publish(ArticleHistory story, ArticleModel now, String note, boolean minor) {
        var body = new HashMap<String, Object>();
        if (!note.isEmpty()) {
            body.put("correction", note);
        }
        if (minor) {
            body.put("minor", true);
        }
        client().change(story, now, new ChangeRequest("POST", "/publish", body.isEmpty() && random.nextBoolean() ? "" : body),
                now.publish(note, minor, name));
    }

    private void schedule(ArticleHistory story, ArticleModel now, String action, String note) {
        var isSoon = schedulesSoon && random.nextInt(3) > 0;
        var at = isSoon ? Instant.now().plusMillis(2_000 + random.nextInt(500)).truncatedTo(ChronoUnit.MILLIS)
                : FAR.plusSeconds(random.nextInt(1_000));
        var body = new HashMap<String, Object>(Map.of("at", at.toString()));
        if (!note.isEmpty()) {
            body.put("correction", note);
        }
        client().change(story, now, new ChangeRequest("POST", "/" + action, body),
                now.schedule(new PlannedStep(action, at, note, false, name, 0)));
    }

    private void withdraw(ArticleHistory story, ArticleModel now) {
        var isRepeated = now.withdrawal() != null && random.nextBoolean();
        var why = isRepeated ? now.withdrawal()
                : new WithdrawalReason(newsroom.uniqueText("Urteil"),
                        random.nextInt(3) == 0 ? "" : newsroom.uniqueText("Entfernt"));
        client().change(story, now, new ChangeRequest("POST", "/withdraw",
                why.notice().isEmpty() ? Map.of("reason", why.reason())
                        : Map.of("reason", why.reason(), "notice", why.notice())),
                now.withdraw(why));
    }

    private void restore(ArticleHistory story, ArticleModel now) {
        var then = now.revisions().get(random.nextInt(now.revisions().size()));
        client().change(story, now, new ChangeRequest("POST", "/revisions/" + then.number() + "/restore", ""),
                now.save("restore", name, then.content()));
    }

    /** Some of those picked may be deleted meanwhile. */
    private void pick(ArticleHistory story, ArticleModel now) {
        var others = new LinkedHashSet<UUID>();
        for (var i = random.nextInt(4); i > 0; i--) {
            newsroom.article(random.nextInt(100)).filter(other -> other != story).ifPresent(other -> others.add(other.id));
        }
        var picked = List.copyOf(others);
        var outcome = now.pick(picked);
        client().change(story, now, new ChangeRequest("PUT", "/related", Map.of("articles", picked)), outcome,
                () -> picked.stream().anyMatch(other -> newsroom.article(other).latest().hasStatus("deleted")));
    }

    private void sendStaleVersion(ArticleHistory story) {
        var states = story.since(0);
        if (states.size() > 1) {
            var early = states.get(0);
            client().change(story, early, new ChangeRequest("PATCH", "", Map.of("headline", newsroom.uniqueText("Zu spät"))),
                    new ExpectedOutcome(412, early));
        }
    }

    private void omitVersion(ArticleHistory story) {
        var answer = newsroom.editorClient(name).post(ModelCheckingClient.path(story) + "/publish", Map.of());
        if (answer.status() == 404) {
            ModelCheckingClient.await("deleted: " + answer, () -> story.latest().hasStatus("deleted"));
        } else {
            answer.expectStatus(428);
        }
    }

    private String category() {
        return random.nextBoolean() ? newsroom.category : newsroom.subcategory;
    }

    private List<String> tags() {
        return newsroom.tags.stream().filter(tag -> random.nextBoolean()).toList();
    }

    /** A new one, or one that it had. */
    private String slug(ArticleModel now) {
        var former = now.revisions().get(random.nextInt(now.revisions().size())).content().slug();
        return random.nextInt(3) == 0 ? former : newsroom.uniqueSlug("heisst");
    }
}
