package org.depesche.life;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.depesche.testkit.Callers;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the people of one scene work: its own categories, tags and articles, and the log from where it stood before. */
final class Newsdesk {

    static final String ARTICLES = "/v1/editorial/articles";

    final String name;
    final String category;
    final String part;
    final List<String> tags;
    final List<Story> stories = new CopyOnWriteArrayList<>();
    /** How often a change was answered with which status. */
    final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    /** Articles that nobody else may take. */
    final Set<Story> reserved = ConcurrentHashMap.newKeySet();
    /** Imports that were accepted and have not ended. */
    final List<ImportDesk.Promise> promises = new CopyOnWriteArrayList<>();
    /** Articles whose making was not answered yet, by their headlines. */
    final Map<String, State> coming = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile URI service;

    Newsdesk(URI service, String name) {
        this.service = service;
        this.name = name;
        category = name + "-ressort";
        part = name + "-teil";
        tags = List.of(name + "-eins", name + "-zwei", name + "-drei");
        admin().post("/v1/editorial/categories", Map.of("slug", category, "name", category)).expect(201);
        admin().post("/v1/editorial/categories", Map.of("slug", part, "name", part, "parent", category)).expect(201);
    }

    /** The service stands somewhere else after it was started again. */
    void movesTo(URI other) {
        service = other;
    }

    Wire admin() {
        return new Wire(service, Callers.ADMIN_KEY);
    }

    Wire readers() {
        return new Wire(service, "");
    }

    /** Each with a key of their own. */
    Wire editor(String who) {
        return new Wire(service, keys.computeIfAbsent(who, any -> admin()
                .post("/v1/editorial/keys", Map.of("name", who, "role", "editor")).expect(201).body().path("key").asText()));
    }

    /** A word that no one else in the scene uses. */
    String word(String stem) {
        return stem + " " + name + " " + number.incrementAndGet();
    }

    String slug(String stem) {
        return stem + "-" + name + "-" + number.incrementAndGet();
    }

    Optional<Story> story(int at) {
        var living = stories.stream().filter(story -> !story.latest().is("deleted") && !reserved.contains(story))
                .toList();
        return living.isEmpty() ? Optional.empty() : Optional.of(living.get(Math.floorMod(at, living.size())));
    }

    Story story(UUID id) {
        return stories.stream().filter(story -> story.id.equals(id)).findFirst().orElseThrow();
    }

    void coming(String headline, String by, Content content) {
        coming.put(headline, State.created(by, content));
    }

    /**
     * Its slug is for the service to choose.
     *
     * @param isReserved nobody else may take it
     */
    Story arrived(String headline, JsonNode view, boolean isReserved) {
        var draft = coming.get(headline).present();
        var made = State.created(draft.by(), draft.content().named(view.path("slug").asText()));
        if (!Sight.ofDesk(made).equals(Sight.ofDesk(view))) {
            throw new AssertionError("expected: " + made + "\n but was: " + view);
        }
        var story = new Story(UUID.fromString(view.path("id").asText()), made);
        if (isReserved) {
            reserved.add(story);
        }
        stories.add(story);
        coming.remove(headline);
        return story;
    }
}
