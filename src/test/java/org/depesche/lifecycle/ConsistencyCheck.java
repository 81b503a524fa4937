package org.depesche.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** When nobody works: everything that can be read, held against what the model says of all articles. */
final class ConsistencyCheck {

    private final SimulatedNewsroom newsroom;
    private final boolean isAlone;

    /** @param isAlone whether nobody else uses the service: otherwise hidden entries of images take sequences, too */
    ConsistencyCheck(SimulatedNewsroom desk, boolean isAlone) {
        this.newsroom = desk;
        this.isAlone = isAlone;
    }

    /** @param since where the log stood before the scene */
    void verify(long since) {
        newsroom.articles.forEach(this::awaitSchedule);
        newsroom.articles.forEach(this::checkWorkingCopy);
        newsroom.articles.forEach(this::checkPublicView);
        checkLists();
        checkSearch(checkChangeLog(since));
    }

    private void awaitSchedule(ArticleHistory story) {
        var editor = new ModelCheckingClient(newsroom, newsroom.adminClient());
        ModelCheckingClient.await("what is due of " + story.latest(), () -> {
            editor.readAndCheck(story);
            var plan = story.latest().plan();
            return plan == null || plan.attempts() > 0 || plan.at().isAfter(java.time.Instant.now().plusSeconds(60));
        });
    }

    private void checkWorkingCopy(ArticleHistory story) {
        var state = story.latest();
        var read = new ModelCheckingClient(newsroom, newsroom.adminClient()).readAndCheck(story);
        assertThat(read.status()).isEqualTo(state.hasStatus("deleted") ? 404 : 200);
        if (!state.hasStatus("deleted")) {
            assertThat(ComparableText.texts(read.body().path("related"), "")).as("picks of %s", state).isEqualTo(
                    state.picks().stream().map(newsroom::article).map(ArticleHistory::latest)
                            .filter(other -> !other.hasStatus("deleted"))
                            .map(other -> other.content().slug()).toList());
            checkRevisions(story, state);
        }
    }

    private void checkRevisions(ArticleHistory story, ArticleModel state) {
        var seen = newsroom.adminClient().allItems(ModelCheckingClient.path(story) + "/revisions?limit=100").stream()
                .map(item -> item.path("number").asInt() + " " + item.path("kind").asText() + " "
                        + item.path("published").asBoolean())
                .toList();
        var expected = new ArrayList<String>();
        state.revisions().forEach(save -> expected.add(0, save.number() + " " + save.kind() + " "
                + (state.hasStatus("published") && save.number() == state.publishedRevision().number())));
        assertThat(seen).as("revisions of %s", state).isEqualTo(expected);
        var save = state.revisions().get(state.revisions().size() / 2);
        var one = newsroom.adminClient().get(ModelCheckingClient.path(story) + "/revisions/" + save.number()).expectStatus(200)
                .body();
        assertThat(one.path("article").path("headline").asText()).isEqualTo(save.content().headline());
        assertThat(one.path("article").path("slug").asText()).isEqualTo(save.content().slug());
    }

    private void checkPublicView(ArticleHistory story) {
        var state = story.latest();
        assertThat(ComparableText.ofPublicView(newsroom.publicClient().get("/v1/articles/" + story.id))).as("%s", state)
                .isEqualTo(ComparableText.ofPublicView(state));
        slugs(story).forEach(slug -> assertThat(bySlug(slug)).as("%s of %s", slug, state).isEqualTo(expected(slug, state)));
        if (state.hasStatus("published")) {
            var related = newsroom.publicClient().get("/v1/articles/" + story.id + "/related?strategy=curated&limit=50")
                    .expectStatus(200);
            assertThat(ComparableText.texts(related.body().path("items"), "id")).as("related to %s", state)
                    .isEqualTo(state.picks().stream().filter(id -> newsroom.article(id).latest().hasStatus("published"))
                            .map(Object::toString).toList());
        }
    }

    /** All that it ever had, also those that readers never saw. */
    private static Set<String> slugs(ArticleHistory story) {
        return story.since(0).stream().map(state -> state.content().slug()).collect(Collectors.toCollection(TreeSet::new));
    }

    private String bySlug(String slug) {
        var answer = newsroom.publicClient().get("/v1/articles/" + slug);
        return answer.status() == 301
                ? "to " + answer.response().headers().firstValue("Location").orElse("").replaceFirst(".*/", "")
                : ComparableText.ofPublicView(answer);
    }

    private static String expected(String slug, ArticleModel state) {
        if (!state.slugs().contains(slug)) {
            return "404";
        }
        return state.hasStatus("published") && !slug.equals(state.publishedRevision().content().slug())
                ? "to " + state.publishedRevision().content().slug()
                : ComparableText.ofPublicView(state);
    }

    private void checkLists() {
        checkCategory(newsroom.category, content -> true);
        checkCategory(newsroom.subcategory, content -> content.category().equals(newsroom.subcategory));
        newsroom.tags.forEach(tag -> checkTag(tag, ids(content -> content.tags().contains(tag))));
    }

    private void checkCategory(String category, Predicate<ModelContent> isIn) {
        var expected = ids(isIn);
        checkList("category=" + category, expected);
        assertThat(
                newsroom.publicClient().get("/v1/categories/" + category).expectStatus(200).body().path("articleCount").asInt())
                .as("articleCount of " + category).isEqualTo(expected.size());
        var archive = newsroom.publicClient().get("/v1/archive?category=" + category).expectStatus(200).body().path("items");
        var sum = 0;
        for (var month : archive) {
            sum += month.path("count").asInt();
        }
        assertThat(sum).as("archive").isEqualTo(expected.size());
    }

    private void checkTag(String tag, Set<String> expected) {
        var answer = newsroom.publicClient().get("/v1/tags/" + tag);
        assertThat(answer.status()).as("%s", answer).isEqualTo(expected.isEmpty() ? 404 : 200);
        if (!expected.isEmpty()) {
            assertThat(answer.body().path("articleCount").asInt()).as("%s", answer).isEqualTo(expected.size());
            checkList("tag=" + tag, expected);
        }
    }

    private void checkList(String filter, Set<String> expected) {
        var first = newsroom.publicClient().get("/v1/articles?limit=7&total=true&" + filter).expectStatus(200).body();
        assertThat(first.path("page").path("total").asInt()).as("total of " + filter).isEqualTo(expected.size());
        var ids = newsroom.publicClient().allItems("/v1/articles?limit=7&" + filter).stream()
                .map(item -> item.path("id").asText()).toList();
        assertThat(ids).as(filter).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    private Set<String> ids(Predicate<ModelContent> isIn) {
        return newsroom.articles.stream().filter(story -> story.latest().hasStatus("published"))
                .filter(story -> isIn.test(story.latest().publishedRevision().content())).map(story -> story.id.toString())
                .collect(Collectors.toSet());
    }

    /** Search follows the log at a distance; every headline has the desk's name in it. */
    private void checkSearch(long end) {
        var search = "/v1/search?limit=7&category=" + newsroom.category + "&q=" + newsroom.name;
        ModelCheckingClient.await("the index to reach " + end,
                () -> newsroom.publicClient().get(search + "&minSequence=" + end).status() == 200);
        var ids = newsroom.publicClient().allItems(search).stream().map(item -> item.path("id").asText()).toList();
        assertThat(ids).as(search).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(content -> true));
    }

    /** The sequence of the last entry. */
    private long checkChangeLog(long since) {
        var entries = newsroom.publicClient().allItems("/v1/changes?limit=100&since=" + since);
        var types = new HashMap<String, List<String>>();
        var last = since;
        for (var entry : entries) {
            var sequence = entry.path("sequence").asLong();
            assertThat(sequence).isBetween(last + 1, isAlone ? last + 1 : Long.MAX_VALUE);
            last = sequence;
            types.computeIfAbsent(entry.path("id").asText(), id -> new ArrayList<>()).add(entry.path("type").asText());
        }
        newsroom.articles.forEach(story -> assertThat(types.getOrDefault(story.id.toString(), List.of()))
                .as("log of %s", story.latest()).isEqualTo(story.latest().changeTypes()));
        var mine = newsroom.articles.stream().map(story -> story.id.toString()).collect(Collectors.toSet());
        var rebuilt = replayChanges(entries);
        rebuilt.keySet().retainAll(mine);
        assertThat(rebuilt).isEqualTo(newsroom.articles.stream().filter(story -> story.latest().hasStatus("published"))
                .collect(Collectors.toMap(story -> story.id.toString(),
                        story -> story.latest().publishedRevision().content().slug())));
        return last;
    }

    /** What somebody who follows the log takes to be public: slugs by id. */
    static Map<String, String> replayChanges(List<JsonNode> entries) {
        var there = new HashMap<String, String>();
        var gone = new HashSet<>(List.of("article.unpublished", "article.withdrawn"));
        entries.stream().filter(entry -> entry.path("type").asText().startsWith("article.")).forEach(entry -> {
            if (gone.contains(entry.path("type").asText())) {
                there.remove(entry.path("id").asText());
            } else {
                there.put(entry.path("id").asText(), entry.path("slug").asText());
            }
        });
        return there;
    }
}
