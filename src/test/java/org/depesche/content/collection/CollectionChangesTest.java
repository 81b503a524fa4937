package org.depesche.content.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.collection.CollectingDesk.collected;
import static org.depesche.content.collection.CollectingDesk.draft;
import static org.depesche.content.collection.CollectingDesk.edited;
import static org.depesche.content.collection.CollectingDesk.editor;
import static org.depesche.content.collection.CollectingDesk.form;
import static org.depesche.content.collection.CollectingDesk.now;
import static org.depesche.content.collection.CollectingDesk.patch;
import static org.depesche.content.collection.CollectingDesk.publish;
import static org.depesche.content.collection.CollectingDesk.published;
import static org.depesche.content.collection.CollectingDesk.put;
import static org.depesche.content.collection.CollectingDesk.section;
import static org.depesche.content.collection.CollectingDesk.told;
import static org.depesche.content.collection.CollectingDesk.unique;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.depesche.content.collection.CollectingDesk.Piece;
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
        section = section();
    }

    @Test
    void makingOneNamesItsPublicArticlesAndNoDraft() {
        var piece = published(section);
        var hidden = draft(section);
        var since = now();

        var slug = collected("list", piece, hidden);

        var entry = only(since, id(slug));
        assertThat(entry).containsEntry("type", "collection.created").containsEntry("slug", slug)
                .containsEntry("sites", List.of("default"));
        assertThat(tags(entry)).contains(collection(slug), "collections", article(piece)).doesNotContain(article(hidden));
    }

    @Test
    void aChangeSaysWhatDiffersAndNamesThoseThatCameAndWent() {
        var pieces = List.of(published(section), published(section), published(section));
        var slug = collected("list", pieces.get(0), pieces.get(1));
        var since = now();

        put(slug, "*", form(slug, "list", pieces.get(1), pieces.get(2))).statusCode(200);

        var entry = only(since, id(slug));
        assertThat(entry).containsEntry("type", "collection.updated").containsEntry("changed", List.of("articles"));
        assertThat(tags(entry)).contains(collection(slug), article(pieces.get(0)), article(pieces.get(2)))
                .doesNotContain(article(pieces.get(1)));
    }

    @Test
    void savingWhatIsThereTellsNothing() {
        var slug = collected("list", published(section));
        var shown = edited(slug);
        var since = now();

        put(slug, "*", shown.asString()).statusCode(200);

        assertThat(told(since, id(slug))).isEmpty();
    }

    @Test
    void aNewNameIsNewsForAllInIt() {
        var pieces = List.of(published(section), published(section));
        var former = collected("list", pieces.toArray());
        var present = unique("neu");
        var since = now();

        patch(former, "{\"slug\": \"" + present + "\", \"name\": \"Neu\"}").statusCode(200);

        var entry = only(since, id(present));
        assertThat(entry).containsEntry("changed", List.of("slug", "name"));
        assertThat(entry.get("previous")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("slug", former);
        assertThat(tags(entry)).contains(article(pieces.get(0)), article(pieces.get(1)));
    }

    @Test
    void aNewDescriptionIsNoneOfItsArticlesNews() {
        var piece = published(section);
        var slug = collected("list", piece);
        var since = now();

        patch(slug, "{\"description\": \"Anders\"}").statusCode(200);

        assertThat(tags(only(since, id(slug)))).contains(collection(slug)).doesNotContain(article(piece));
    }

    @Test
    void theOrderOfASeriesIsNewsForThePartsThatMoved() {
        var pieces = List.of(published(section), published(section), published(section));
        var slug = collected("series", pieces.toArray());
        var since = now();

        put(slug, "*", form(slug, "series", pieces.get(0), pieces.get(2), pieces.get(1))).statusCode(200);

        assertThat(tags(only(since, id(slug)))).contains(article(pieces.get(1)), article(pieces.get(2)))
                .doesNotContain(article(pieces.get(0)));
    }

    @Test
    void aListThatShowsCollectionsNamesThem() {
        var piece = published(section);
        var slug = collected("dossier", piece);
        var list = "/v1/articles?category=" + section + "&view=";

        assertThat(RestAssured.get(list + "full").header("Surrogate-Key")).contains(collection(slug), article(piece));
        assertThat(RestAssured.get(list + "card").header("Surrogate-Key")).doesNotContain(collection(slug));
    }

    @Test
    void deletingOneNamesWhatStoodInIt() {
        var piece = published(section);
        var slug = collected("dossier", piece);
        var id = id(slug);
        var since = now();

        editor().header("If-Match", "*").delete(CollectingDesk.COLLECTIONS + slug).then().statusCode(204);

        var entry = only(since, id);
        assertThat(entry).containsEntry("type", "collection.deleted");
        assertThat(tags(entry)).contains("collection:" + compact(id), article(piece));
    }

    @Test
    void anArticleThatComesOrGoesMakesItsCollectionsStale() {
        var piece = draft(section);
        var slug = collected("list", piece);
        for (var step : List.<Runnable> of(() -> publish(piece), () -> CollectingDesk.unpublish(piece), () -> publish(piece),
                () -> CollectingDesk.withdraw(piece))) {
            var since = now();

            step.run();

            assertThat(tags(only(since, piece.id()))).contains(collection(slug));
        }
    }

    @Test
    void inASeriesItAlsoMakesThePartsAfterItStale() {
        var first = published(section);
        var hidden = draft(section);
        var last = published(section);
        var unseen = draft(section);
        collected("series", first, hidden, last, unseen);
        var since = now();

        publish(hidden);

        assertThat(tags(only(since, hidden.id()))).contains(article(last)).doesNotContain(article(first), article(unseen));
    }

    /** Whoever of the two commits later knows of the other: else the article's answer or the collection's stays stale. */
    @RepeatedTest(10)
    void publishingAndCollectingAtOnceTellOfEachOther() {
        var piece = draft(section);
        var slug = collected("list");
        var since = now();

        var publishing = CompletableFuture.runAsync(() -> publish(piece));
        put(slug, "*", form(slug, "list", piece)).statusCode(200);
        publishing.join();

        var article = only(since, piece.id());
        var collection = only(since, id(slug));
        assertThat(tags(article).contains(collection(slug)) || tags(collection).contains(article(piece))).isTrue();
    }

    private static Map<String, Object> only(long since, String id) {
        var entries = told(since, id);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<String> tags(Map<String, Object> entry) {
        return (List<String>) entry.get("cacheTags");
    }

    private static String id(String slug) {
        return edited(slug).path("id");
    }

    private static String collection(String slug) {
        return "collection:" + compact(id(slug));
    }

    private static String article(Piece piece) {
        return "article:" + compact(piece.id());
    }

    private static String compact(String id) {
        return Uuid7.compact(UUID.fromString(id));
    }
}
