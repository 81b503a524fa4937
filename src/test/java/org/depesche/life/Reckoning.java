package org.depesche.life;

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
final class Reckoning {

    private final Newsdesk desk;

    Reckoning(Newsdesk desk) {
        this.desk = desk;
    }

    /** @param since where the log stood before the scene */
    void agree(long since) {
        desk.stories.forEach(this::theScheduleIsDone);
        desk.stories.forEach(this::theDeskAgrees);
        desk.stories.forEach(this::readersAgree);
        listsAgree();
        theIndexAgrees(since + theLogAgrees(since));
    }

    private void theScheduleIsDone(Story story) {
        var editor = new Hand(desk, desk.admin());
        Hand.await("what is due of " + story.latest(), () -> {
            editor.present(story);
            var plan = story.latest().plan();
            return plan == null || plan.attempts() > 0 || plan.at().isAfter(java.time.Instant.now().plusSeconds(60));
        });
    }

    private void theDeskAgrees(Story story) {
        var state = story.latest();
        var read = new Hand(desk, desk.admin()).present(story);
        assertThat(read.status()).isEqualTo(state.is("deleted") ? 404 : 200);
        if (!state.is("deleted")) {
            assertThat(Sight.words(read.body().path("related"), "")).as("picks of %s", state).isEqualTo(
                    state.picks().stream().map(desk::story).map(Story::latest).filter(other -> !other.is("deleted"))
                            .map(other -> other.content().slug()).toList());
            revisionsAgree(story, state);
        }
    }

    private void revisionsAgree(Story story, State state) {
        var seen = desk.admin().all(Hand.path(story) + "/revisions?limit=100").stream()
                .map(item -> item.path("number").asInt() + " " + item.path("kind").asText() + " "
                        + item.path("published").asBoolean())
                .toList();
        var expected = new ArrayList<String>();
        state.revisions().forEach(save -> expected.add(0, save.number() + " " + save.kind() + " "
                + (state.is("published") && save.number() == state.shown().number())));
        assertThat(seen).as("revisions of %s", state).isEqualTo(expected);
        var save = state.revisions().get(state.revisions().size() / 2);
        var one = desk.admin().get(Hand.path(story) + "/revisions/" + save.number()).expect(200).body();
        assertThat(one.path("article").path("headline").asText()).isEqualTo(save.content().headline());
        assertThat(one.path("article").path("slug").asText()).isEqualTo(save.content().slug());
    }

    private void readersAgree(Story story) {
        var state = story.latest();
        assertThat(Sight.ofPublic(desk.readers().get("/v1/articles/" + story.id))).as("%s", state)
                .isEqualTo(Sight.ofPublic(state));
        slugs(story).forEach(slug -> assertThat(bySlug(slug)).as("%s of %s", slug, state).isEqualTo(expected(slug, state)));
        if (state.is("published")) {
            var related = desk.readers().get("/v1/articles/" + story.id + "/related?strategy=curated&limit=50").expect(200);
            assertThat(Sight.words(related.body().path("items"), "id")).as("related to %s", state)
                    .isEqualTo(state.picks().stream().filter(id -> desk.story(id).latest().is("published"))
                            .map(Object::toString).toList());
        }
    }

    /** All that it ever had, also those that readers never saw. */
    private static Set<String> slugs(Story story) {
        return story.since(0).stream().map(state -> state.content().slug()).collect(Collectors.toCollection(TreeSet::new));
    }

    private String bySlug(String slug) {
        var answer = desk.readers().get("/v1/articles/" + slug);
        return answer.status() == 301
                ? "to " + answer.whole().headers().firstValue("Location").orElse("").replaceFirst(".*/", "")
                : Sight.ofPublic(answer);
    }

    private static String expected(String slug, State state) {
        if (!state.slugs().contains(slug)) {
            return "404";
        }
        return state.is("published") && !slug.equals(state.shown().content().slug())
                ? "to " + state.shown().content().slug()
                : Sight.ofPublic(state);
    }

    private void listsAgree() {
        inCategory(desk.category, content -> true);
        inCategory(desk.part, content -> content.category().equals(desk.part));
        desk.tags.forEach(tag -> tagged(tag, ids(content -> content.tags().contains(tag))));
    }

    private void inCategory(String category, Predicate<Content> isIn) {
        var expected = ids(isIn);
        list("category=" + category, expected);
        assertThat(desk.readers().get("/v1/categories/" + category).expect(200).body().path("articleCount").asInt())
                .as("articleCount of " + category).isEqualTo(expected.size());
        var archive = desk.readers().get("/v1/archive?category=" + category).expect(200).body().path("items");
        var sum = 0;
        for (var month : archive) {
            sum += month.path("count").asInt();
        }
        assertThat(sum).as("archive").isEqualTo(expected.size());
    }

    private void tagged(String tag, Set<String> expected) {
        var answer = desk.readers().get("/v1/tags/" + tag);
        assertThat(answer.status()).as("%s", answer).isEqualTo(expected.isEmpty() ? 404 : 200);
        if (!expected.isEmpty()) {
            assertThat(answer.body().path("articleCount").asInt()).as("%s", answer).isEqualTo(expected.size());
            list("tag=" + tag, expected);
        }
    }

    private void list(String filter, Set<String> expected) {
        var first = desk.readers().get("/v1/articles?limit=7&total=true&" + filter).expect(200).body();
        assertThat(first.path("page").path("total").asInt()).as("total of " + filter).isEqualTo(expected.size());
        var ids = desk.readers().all("/v1/articles?limit=7&" + filter).stream().map(item -> item.path("id").asText()).toList();
        assertThat(ids).as(filter).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    private Set<String> ids(Predicate<Content> isIn) {
        return desk.stories.stream().filter(story -> story.latest().is("published"))
                .filter(story -> isIn.test(story.latest().shown().content())).map(story -> story.id.toString())
                .collect(Collectors.toSet());
    }

    /** Search follows the log at a distance; every headline has the desk's name in it. */
    private void theIndexAgrees(long end) {
        var search = "/v1/search?limit=7&category=" + desk.category + "&q=" + desk.name;
        Hand.await("the index to reach " + end, () -> desk.readers().get(search + "&minSequence=" + end).status() == 200);
        var ids = desk.readers().all(search).stream().map(item -> item.path("id").asText()).toList();
        assertThat(ids).as(search).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(content -> true));
    }

    /** How many entries there are. */
    private int theLogAgrees(long since) {
        var entries = desk.readers().all("/v1/changes?limit=100&since=" + since);
        var types = new HashMap<String, List<String>>();
        for (var i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).path("sequence").asLong()).isEqualTo(since + i + 1);
            types.computeIfAbsent(entries.get(i).path("id").asText(), id -> new ArrayList<>())
                    .add(entries.get(i).path("type").asText());
        }
        desk.stories.forEach(story -> assertThat(types.getOrDefault(story.id.toString(), List.of()))
                .as("log of %s", story.latest()).isEqualTo(story.latest().log()));
        var mine = desk.stories.stream().map(story -> story.id.toString()).collect(Collectors.toSet());
        var rebuilt = rebuilt(entries);
        rebuilt.keySet().retainAll(mine);
        assertThat(rebuilt).isEqualTo(desk.stories.stream().filter(story -> story.latest().is("published"))
                .collect(Collectors.toMap(story -> story.id.toString(), story -> story.latest().shown().content().slug())));
        return entries.size();
    }

    /** What somebody who follows the log takes to be public: slugs by id. */
    static Map<String, String> rebuilt(List<JsonNode> entries) {
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
