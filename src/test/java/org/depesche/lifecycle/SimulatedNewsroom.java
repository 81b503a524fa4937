package org.depesche.lifecycle;

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
final class SimulatedNewsroom {

    static final String ARTICLES = "/v1/editorial/articles";

    final String name;
    final String category;
    final String subcategory;
    final List<String> tags;
    final List<ArticleHistory> articles = new CopyOnWriteArrayList<>();
    /** How often a change was answered with which status. */
    final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    /** Articles that nobody else may take. */
    final Set<ArticleHistory> reserved = ConcurrentHashMap.newKeySet();
    /** Imports that were accepted and have not ended. */
    final List<ImportClient.PendingImport> pendingImports = new CopyOnWriteArrayList<>();
    /** Articles whose making was not answered yet, by their headlines. */
    final Map<String, ArticleModel> pendingCreations = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile URI service;

    SimulatedNewsroom(URI service, String name) {
        this.service = service;
        this.name = name;
        category = name + "-ressort";
        subcategory = name + "-teil";
        tags = List.of(name + "-eins", name + "-zwei", name + "-drei");
        adminClient().post("/v1/editorial/categories", Map.of("slug", category, "name", category)).expectStatus(201);
        adminClient().post("/v1/editorial/categories", Map.of("slug", subcategory, "name", subcategory, "parent", category))
                .expectStatus(201);
    }

    /** The service stands somewhere else after it was started again. */
    void setServiceUrl(URI other) {
        service = other;
    }

    ApiClient adminClient() {
        return new ApiClient(service, Callers.ADMIN_KEY);
    }

    ApiClient publicClient() {
        return new ApiClient(service, "");
    }

    /** Each with a key of their own. */
    ApiClient editorClient(String who) {
        return new ApiClient(service, keys.computeIfAbsent(who, any -> adminClient()
                .post("/v1/editorial/keys", Map.of("name", who, "role", "editor")).expectStatus(201).body().path("key")
                .asText()));
    }

    /** A word that no one else in the scene uses. */
    String uniqueText(String stem) {
        return stem + " " + name + " " + number.incrementAndGet();
    }

    String uniqueSlug(String stem) {
        return stem + "-" + name + "-" + number.incrementAndGet();
    }

    Optional<ArticleHistory> article(int at) {
        var living = articles.stream().filter(story -> !story.latest().hasStatus("deleted") && !reserved.contains(story))
                .toList();
        return living.isEmpty() ? Optional.empty() : Optional.of(living.get(Math.floorMod(at, living.size())));
    }

    ArticleHistory article(UUID id) {
        return articles.stream().filter(story -> story.id.equals(id)).findFirst().orElseThrow();
    }

    void beginCreation(String headline, String by, ModelContent content) {
        pendingCreations.put(headline, ArticleModel.created(by, content));
    }

    /**
     * Its slug is for the service to choose.
     *
     * @param isReserved nobody else may take it
     */
    ArticleHistory completeCreation(String headline, JsonNode view, boolean isReserved) {
        var draft = pendingCreations.get(headline).currentRevision();
        var made = ArticleModel.created(draft.by(), draft.content().withSlug(view.path("slug").asText()));
        if (!ComparableText.ofWorkingCopy(made).equals(ComparableText.ofWorkingCopy(view))) {
            throw new AssertionError("expected: " + made + "\n but was: " + view);
        }
        var story = new ArticleHistory(UUID.fromString(view.path("id").asText()), made);
        if (isReserved) {
            reserved.add(story);
        }
        articles.add(story);
        pendingCreations.remove(headline);
        return story;
    }
}
