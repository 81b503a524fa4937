package org.depesche.life;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.depesche.life.Hand.Change;
import org.depesche.life.State.Outcome;
import org.depesche.life.State.Plan;
import org.depesche.life.State.Withdrawal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Somebody with a key of their own who does one step after the other. */
final class Person {

    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");
    /** Most work is done on few articles, so that people meet. */
    private static final int IN_DEMAND = 6;

    private final Newsdesk desk;
    private final String name;
    private final boolean plansForSoon;
    private Random random = new Random();

    Person(Newsdesk desk, String name, boolean plansForSoon) {
        this.desk = desk;
        this.name = name;
        this.plansForSoon = plansForSoon;
    }

    void does(Step step) {
        random = new Random(step.chance());
        var story = desk.story(random.nextInt(random.nextInt(3) == 0 ? 1_000 : IN_DEMAND));
        if (story.isEmpty() || step.kind() == Step.Kind.CREATE) {
            create();
        } else if (step.kind() == Step.Kind.IMPORT) {
            new ImportDesk(desk, hand(), random).takes(story.get());
        } else {
            story.get().alone.readLock().lock();
            try {
                change(step.kind(), story.get(), story.get().latest());
            } finally {
                story.get().alone.readLock().unlock();
            }
        }
    }

    private Hand hand() {
        return new Hand(desk, desk.editor(name));
    }

    private void create() {
        var content = new Content(desk.word("Neu"), "", random.nextInt(8) == 0 ? "" : category(), tags(), List.of());
        var body = new HashMap<String, Object>(Map.of("headline", content.headline(), "tags", content.tags()));
        if (content.isPublishable()) {
            body.put("category", content.category());
        }
        desk.coming(content.headline(), name, content);
        desk.arrived(content.headline(), desk.editor(name).post(Newsdesk.ARTICLES, body).expect(201).body(), false);
    }

    private void change(Step.Kind kind, Story story, State now) {
        if (now.is("deleted")) {
            return;
        }
        switch (kind) {
            case PATCH -> save(story, now, "save", patched(now.content()));
            case AUTOSAVE -> save(story, now, "autosave", now.content().headed(desk.word("Von selbst")));
            case SAVE_THE_SAME -> save(story, now, random.nextBoolean() ? "save" : "autosave", now.content());
            case RENAME -> save(story, now, "save", now.content().named(slug(now)));
            case TAKE_A_TAKEN_SLUG -> takeTaken(story, now);
            case PUT -> put(story);
            case PUBLISH -> publish(story, now, "", false);
            case PUBLISH_AS_MINOR -> publish(story, now, "", true);
            case CORRECT -> publish(story, now, desk.word("Berichtigt"), random.nextInt(4) == 0);
            case PLAN_TO_PUBLISH -> plan(story, now, "publish", random.nextInt(3) == 0 ? desk.word("Berichtigt") : "");
            case PLAN_TO_UNPUBLISH -> plan(story, now, "unpublish", "");
            case CANCEL -> hand().change(story, now, new Change("DELETE", "/schedule", ""), now.cancelled());
            case UNPUBLISH -> hand().change(story, now, new Change("POST", "/unpublish", ""), now.unpublished());
            case WITHDRAW -> withdraw(story, now);
            case RESTORE -> restore(story, now);
            case PICK -> pick(story, now);
            case DELETE -> hand().change(story, now, new Change("DELETE", "", ""), now.deleted());
            case COME_LATE -> comeLate(story);
            case FORGET_THE_VERSION -> forget(story);
            case CREATE, IMPORT -> throw new IllegalStateException("done elsewhere: " + kind);
        }
    }

    private Content patched(Content content) {
        return switch (random.nextInt(6)) {
            case 0 -> content.in("");
            case 1 -> content.tagged(tags());
            case 2 -> content.in(category()).tagged(tags());
            case 3 -> content.in(category());
            default -> content.headed(desk.word("Geändert"));
        };
    }

    private void save(Story story, State now, String kind, Content content) {
        hand().change(story, now, patch(kind, now.content(), content), now.saved(kind, name, content));
    }

    /** Names what differs; and what differs not, when nothing does. */
    private static Change patch(String kind, Content before, Content after) {
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
        return new Change("PATCH", kind.equals("autosave") ? "?autosave=true" : "", body);
    }

    private void put(Story story) {
        var read = hand().present(story);
        if (read.status() == 404) {
            return;
        }
        var before = story.at(read.version());
        var content = before.content().headed(random.nextInt(4) == 0 ? before.content().headline() : desk.word("Ganz"));
        ObjectNode body = read.body().deepCopy();
        body.put("headline", content.headline());
        body.remove("related");
        hand().change(story, before, new Change("PUT", "", body), before.saved("save", name, content));
    }

    private void takeTaken(Story story, State now) {
        var taken = desk.stories.stream().filter(other -> other != story).flatMap(other -> other.latest().slugs().stream())
                .findFirst();
        taken.ifPresent(slug -> hand().change(story, now, new Change("PATCH", "", Map.of("slug", slug)),
                new Outcome(409, now)));
    }

    private void publish(Story story, State now, String note, boolean minor) {
        var body = new HashMap<String, Object>();
        if (!note.isEmpty()) {
            body.put("correction", note);
        }
        if (minor) {
            body.put("minor", true);
        }
        hand().change(story, now, new Change("POST", "/publish", body.isEmpty() && random.nextBoolean() ? "" : body),
                now.published(note, minor, name));
    }

    private void plan(Story story, State now, String action, String note) {
        var isSoon = plansForSoon && random.nextInt(3) > 0;
        var at = isSoon ? Instant.now().plusMillis(2_000 + random.nextInt(500)).truncatedTo(ChronoUnit.MILLIS)
                : FAR.plusSeconds(random.nextInt(1_000));
        var body = new HashMap<String, Object>(Map.of("at", at.toString()));
        if (!note.isEmpty()) {
            body.put("correction", note);
        }
        hand().change(story, now, new Change("POST", "/" + action, body),
                now.planned(new Plan(action, at, note, false, name, 0)));
    }

    private void withdraw(Story story, State now) {
        var isRepeated = now.withdrawal() != null && random.nextBoolean();
        var why = isRepeated ? now.withdrawal()
                : new Withdrawal(desk.word("Urteil"), random.nextInt(3) == 0 ? "" : desk.word("Entfernt"));
        hand().change(story, now, new Change("POST", "/withdraw",
                why.notice().isEmpty() ? Map.of("reason", why.reason())
                        : Map.of("reason", why.reason(), "notice", why.notice())),
                now.withdrawn(why));
    }

    private void restore(Story story, State now) {
        var then = now.revisions().get(random.nextInt(now.revisions().size()));
        hand().change(story, now, new Change("POST", "/revisions/" + then.number() + "/restore", ""),
                now.saved("restore", name, then.content()));
    }

    /** Some of those picked may be deleted meanwhile. */
    private void pick(Story story, State now) {
        var others = new LinkedHashSet<UUID>();
        for (var i = random.nextInt(4); i > 0; i--) {
            desk.story(random.nextInt(100)).filter(other -> other != story).ifPresent(other -> others.add(other.id));
        }
        var picked = List.copyOf(others);
        var outcome = now.picked(picked);
        hand().change(story, now, new Change("PUT", "/related", Map.of("articles", picked)), outcome,
                () -> picked.stream().anyMatch(other -> desk.story(other).latest().is("deleted")));
    }

    private void comeLate(Story story) {
        var states = story.since(0);
        if (states.size() > 1) {
            var early = states.get(0);
            hand().change(story, early, new Change("PATCH", "", Map.of("headline", desk.word("Zu spät"))),
                    new Outcome(412, early));
        }
    }

    private void forget(Story story) {
        var answer = desk.editor(name).post(Hand.path(story) + "/publish", Map.of());
        if (answer.status() == 404) {
            Hand.await("deleted: " + answer, () -> story.latest().is("deleted"));
        } else {
            answer.expect(428);
        }
    }

    private String category() {
        return random.nextBoolean() ? desk.category : desk.part;
    }

    private List<String> tags() {
        return desk.tags.stream().filter(tag -> random.nextBoolean()).toList();
    }

    /** A new one, or one that it had. */
    private String slug(State now) {
        var former = now.revisions().get(random.nextInt(now.revisions().size())).content().slug();
        return random.nextInt(3) == 0 ? former : desk.slug("heisst");
    }
}
