package org.depesche.content.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.collection.CollectionRequests.changesOf;
import static org.depesche.content.collection.CollectionRequests.collectionForm;
import static org.depesche.content.collection.CollectionRequests.createCategory;
import static org.depesche.content.collection.CollectionRequests.createCollection;
import static org.depesche.content.collection.CollectionRequests.createDraft;
import static org.depesche.content.collection.CollectionRequests.createPublished;
import static org.depesche.content.collection.CollectionRequests.editor;
import static org.depesche.content.collection.CollectionRequests.getEditorial;
import static org.depesche.content.collection.CollectionRequests.patch;
import static org.depesche.content.collection.CollectionRequests.publish;
import static org.depesche.content.collection.CollectionRequests.put;
import static org.depesche.content.collection.CollectionRequests.sequence;
import static org.depesche.content.collection.CollectionRequests.uniqueName;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.depesche.content.collection.CollectionRequests.CreatedArticle;
import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
class CollectionChangesTest {

    private String section = "";

    @BeforeEach
    void aSection() {
        section = createCategory();
    }

    @Test
    void makingOneNamesItsPublicArticlesAndNoDraft() {
        var piece = createPublished(section);
        var hidden = createDraft(section);
        var since = sequence();

        var slug = createCollection("list", piece, hidden);

        var entry = only(since, id(slug));
        assertThat(entry).containsEntry("type", "collection.created").containsEntry("slug", slug)
                .containsEntry("sites", List.of("default"));
        assertThat(tags(entry)).contains(collection(slug), "collections", article(piece)).doesNotContain(article(hidden));
    }

    @Test
    void aChangeSaysWhatDiffersAndNamesThoseThatCameAndWent() {
        var pieces = List.of(createPublished(section), createPublished(section), createPublished(section));
        var slug = createCollection("list", pieces.get(0), pieces.get(1));
        var since = sequence();

        put(slug, "*", collectionForm(slug, "list", pieces.get(1), pieces.get(2))).statusCode(200);

        var entry = only(since, id(slug));
        assertThat(entry).containsEntry("type", "collection.updated").containsEntry("changed", List.of("articles"));
        assertThat(tags(entry)).contains(collection(slug), article(pieces.get(0)), article(pieces.get(2)))
                .doesNotContain(article(pieces.get(1)));
    }

    @Test
    void savingTheSameAnnouncesNothing() {
        var slug = createCollection("list", createPublished(section));
        var shown = getEditorial(slug);
        var since = sequence();

        put(slug, "*", shown.asString()).statusCode(200);

        assertThat(changesOf(since, id(slug))).isEmpty();
    }

    @Test
    void aNewNameIsNewsForAllInIt() {
        var pieces = List.of(createPublished(section), createPublished(section));
        var former = createCollection("list", pieces.toArray());
        var present = uniqueName("neu");
        var since = sequence();

        patch(former, "{\"slug\": \"" + present + "\", \"name\": \"Neu\"}").statusCode(200);

        var entry = only(since, id(present));
        assertThat(entry).containsEntry("changed", List.of("slug", "name"));
        assertThat(entry.get("previous")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("slug", former);
        assertThat(tags(entry)).contains(article(pieces.get(0)), article(pieces.get(1)));
    }

    @Test
    void aNewDescriptionIsNoneOfItsArticlesNews() {
        var piece = createPublished(section);
        var slug = createCollection("list", piece);
        var since = sequence();

        patch(slug, "{\"description\": \"Anders\"}").statusCode(200);

        assertThat(tags(only(since, id(slug)))).contains(collection(slug)).doesNotContain(article(piece));
    }

    @Test
    void theOrderOfASeriesIsNewsForThePartsThatMoved() {
        var pieces = List.of(createPublished(section), createPublished(section), createPublished(section));
        var slug = createCollection("series", pieces.toArray());
        var since = sequence();

        put(slug, "*", collectionForm(slug, "series", pieces.get(0), pieces.get(2), pieces.get(1))).statusCode(200);

        assertThat(tags(only(since, id(slug)))).contains(article(pieces.get(1)), article(pieces.get(2)))
                .doesNotContain(article(pieces.get(0)));
    }

    @Test
    void aListThatShowsCollectionsNamesThem() {
        var piece = createPublished(section);
        var slug = createCollection("dossier", piece);
        var list = "/v1/articles?category=" + section + "&view=";

        assertThat(RestAssured.get(list + "full").header("Surrogate-Key")).contains(collection(slug), article(piece));
        assertThat(RestAssured.get(list + "card").header("Surrogate-Key")).doesNotContain(collection(slug));
    }

    @Test
    void deletingOneNamesWhatStoodInIt() {
        var piece = createPublished(section);
        var slug = createCollection("dossier", piece);
        var id = id(slug);
        var since = sequence();

        editor().header("If-Match", "*").delete(CollectionRequests.COLLECTIONS + slug).then().statusCode(204);

        var entry = only(since, id);
        assertThat(entry).containsEntry("type", "collection.deleted");
        assertThat(tags(entry)).contains("collection:" + compact(id), article(piece));
    }

    @Test
    void publishingOrRemovingAnArticleMakesItsCollectionsStale() {
        var piece = createDraft(section);
        var slug = createCollection("list", piece);
        for (var step : List.<Runnable> of(() -> publish(piece), () -> CollectionRequests.unpublish(piece),
                () -> publish(piece),
                () -> CollectionRequests.withdraw(piece))) {
            var since = sequence();

            step.run();

            assertThat(tags(only(since, piece.id()))).contains(collection(slug));
        }
    }

    @Test
    void inASeriesItMakesLaterPartsStaleToo() {
        var first = createPublished(section);
        var hidden = createDraft(section);
        var last = createPublished(section);
        var unseen = createDraft(section);
        createCollection("series", first, hidden, last, unseen);
        var since = sequence();

        publish(hidden);

        assertThat(tags(only(since, hidden.id()))).contains(article(last)).doesNotContain(article(first), article(unseen));
    }

    /**
     * Of two concurrent transactions the later one knows of the other. Otherwise the response of the article or of the
     * collection stays stale.
     */
    @RepeatedTest(10)
    void publishingAndCollectingAtOnceTellOfEachOther() {
        var piece = createDraft(section);
        var slug = createCollection("list");
        var since = sequence();

        var publishing = CompletableFuture.runAsync(() -> publish(piece));
        put(slug, "*", collectionForm(slug, "list", piece)).statusCode(200);
        publishing.join();

        var article = only(since, piece.id());
        var collection = only(since, id(slug));
        assertThat(tags(article).contains(collection(slug)) || tags(collection).contains(article(piece))).isTrue();
    }

    private static Map<String, Object> only(long since, String id) {
        var entries = changesOf(since, id);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<String> tags(Map<String, Object> entry) {
        return (List<String>) entry.get("cacheTags");
    }

    private static String id(String slug) {
        return getEditorial(slug).path("id");
    }

    private static String collection(String slug) {
        return "collection:" + compact(id(slug));
    }

    private static String article(CreatedArticle piece) {
        return "article:" + compact(piece.id());
    }

    private static String compact(String id) {
        return Uuid7.compact(UUID.fromString(id));
    }
}
