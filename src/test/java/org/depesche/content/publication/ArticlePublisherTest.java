package org.depesche.content.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import org.depesche.content.body.Block;
import org.depesche.platform.http.CacheTag;
import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.SettableClock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ArticlePublisherTest {

    @Inject
    ArticlePublisher publication;

    @Inject
    PublicationFixture newsroom;

    @Inject
    Jdbi jdbi;

    private PublicationFixture.TestCategory section;

    @BeforeEach
    void aSectionOfItsOwn() {
        section = newsroom.createCategory("publication");
    }

    @Test
    void aPublishedArticleIsReadCompletely() {
        var id = newsroom.publish(section, "Neue Brücke über die Örtze", "2024-10-21T10:00:00Z");
        SettableClock.install().advance(Duration.ofSeconds(1)); // the second of the change has no date

        given().get("/v1/articles/" + id).then().statusCode(200).body("headline", equalTo("Neue Brücke über die Örtze"))
                .body("publishedAt", equalTo("2024-10-21T12:00:00+02:00")).body("category.slug", equalTo(section.slug()))
                .body("category.path.slug", contains(section.slug())).body("body[0].type", equalTo("paragraph"))
                .body("tags", equalTo(List.of())).body("wordCount", equalTo(3)).header("Last-Modified", notNullValue())
                .header("ETag", notNullValue());
    }

    @Test
    void listsPageWithoutLossOrRepeat() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            ids.add(0, newsroom.publish(section, "Meldung " + i, "2024-10-21T10:00:00Z").toString());
        }

        var seen = new ArrayList<String>();
        var next = "/v1/articles?limit=3&category=" + section.slug();
        while (next != null) {
            var page = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("page.next");
            newsroom.publish(section, "Neuer", "2025-01-01T10:00:00Z");
        }

        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void theCacheTagOfALinkedUnpublishedArticleIsOnTheResponse() {
        var linked = newsroom.newArticle(section, "Kommt noch");
        var linking = newsroom.newArticle(section, "Verweist").withBody(List.of(new Block.ArticleLink(linked.id()))).publish();

        given().get("/v1/articles/" + linking).then().statusCode(200)
                .header("Surrogate-Key", containsString(CacheTag.article(linked.id()).text()));
    }

    @Test
    void aPublishedOrRemovedTranslationChangesTheOtherVersions() {
        var original = newsroom.publish(section, "Zweites Treffen", "2024-10-21T10:00:00Z");
        var draft = newsroom.newArticle(section, "Second meeting").inLanguage("en").translationOf(original);

        assertThat(changesDuring(original, draft::publish)).contains(CacheTag.article(original).text());
        assertThat(changesDuring(original, () -> newsroom.unpublish(draft.id()))).contains(CacheTag.article(original).text());
    }

    @Test
    void alsoWhenTheTranslationWasThereFirst() {
        var original = newsroom.newArticle(section, "Zweites Treffen");
        var translation = newsroom.newArticle(section, "Second meeting").inLanguage("en").translationOf(original.id())
                .publish();

        assertThat(changesDuring(translation, original::publish)).contains(CacheTag.article(translation).text());
    }

    @Test
    void aChangeThatOtherVersionsShowChangesThem() {
        var original = newsroom.publish(section, "Zweites Treffen", "2024-10-21T10:00:00Z");
        var draft = newsroom.newArticle(section, "Second meeting").inLanguage("en").translationOf(original);
        draft.publish();
        shown(original, "en", draft.slug());

        assertThat(changesDuring(original, draft.withSlug(draft.slug() + "-new")::publish))
                .contains(CacheTag.article(original).text());
        shown(original, "en", draft.slug());
        assertThat(changesDuring(original, draft.inLanguage("fr")::publish)).contains(CacheTag.article(original).text());
        shown(original, "fr", draft.slug());
        assertThat(changesDuring(original, () -> newsroom.withdraw(draft.id(), "Weg")))
                .contains(CacheTag.article(original).text());
        shown(original);
    }

    @Test
    void anErasedTranslationIsShownNoMoreAndAnErasedOriginalNeither() {
        var original = newsroom.publish(section, "Zweites Treffen", "2024-10-21T10:00:00Z");
        var english = newsroom.newArticle(section, "Second meeting").inLanguage("en").translationOf(original);
        var french = newsroom.newArticle(section, "Deuxième rencontre").inLanguage("fr").translationOf(original);
        english.publish();
        french.publish();

        assertThat(changesDuring(original, () -> newsroom.erase(french.id()))).contains(CacheTag.article(original).text(),
                CacheTag.article(english.id()).text());
        shown(original, "en", english.slug());
        assertThat(changesDuring(english.id(), () -> newsroom.erase(original))).contains(CacheTag.article(english.id()).text());
        shown(english.id());
    }

    @Test
    void theLaterOfTwoConcurrentTranslationsFindsTheEarlier() {
        var original = newsroom.newArticle(section, "Zweites Treffen");
        var translation = newsroom.newArticle(section, "Second meeting").inLanguage("en").translationOf(original.id());

        var before = LoggedChanges.end();
        var pool = Executors.newSingleThreadExecutor();

        // starts before the other transaction ends
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.createQuery("select count(*) from published_article").mapTo(Long.class).one());
            done(pool.submit(translation::publish));
            original.publishInTransaction();
        });
        pool.shutdown();

        LoggedChanges.of(before, original.id().toString(), translation.id().toString())
                .body("id[-1]", equalTo(original.id().toString()))
                .body("cacheTags[-1]", hasItem(CacheTag.article(translation.id()).text()));
        shown(translation.id(), "de", original.slug());
        shown(original.id(), "en", translation.slug());
    }

    private static void done(Future<?> run) {
        try {
            run.get(2, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void shown(UUID article, String... languagesAndSlugs) {
        var translations = given().get("/v1/articles/" + article).then().statusCode(200).extract().jsonPath();
        var seen = new ArrayList<String>();
        translations.<Map<String, String>> getList("translations").forEach(one -> {
            seen.add(one.get("language"));
            seen.add(one.get("slug"));
        });
        assertThat(seen).containsExactly(languagesAndSlugs);
    }

    /** The entries of the log that a step adds, which marks another article as changed. */
    private List<String> changesDuring(UUID other, Runnable step) {
        jdbi.useTransaction(handle -> {
            handle.execute("update published_article set changed_at = '2024-10-22'");
            handle.execute("update site set updated_at = '2024-10-22'");
            handle.execute("update category set updated_at = '2024-10-22' where id = ?", section.id());
            handle.execute("update change_counter set value = value + 1, vocabulary = value");
        });
        // a request with its own URL, for which no cached response exists
        var before = given().get("/v1/articles/" + other + "?fields=headline").then().statusCode(200).extract();

        var clock = SettableClock.install();
        step.run();
        clock.advance(Duration.ofSeconds(1)); // the second of the change has no date

        var after = given().get("/v1/articles/" + other + "?minSequence=0").then().statusCode(200).extract();
        assertThat(date(after.header("Last-Modified"))).isAfter(date(before.header("Last-Modified")));
        var log = given().queryParam("since", before.header("Depesche-Sequence")).get("/v1/changes?limit=100").then().extract();
        return log.jsonPath().<List<String>> getList("items.cacheTags").stream().flatMap(List::stream).toList();
    }

    private static ZonedDateTime date(String header) {
        return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    @Test
    void theLogTellsOfEveryStep() {
        var id = newsroom.publish(section, "Wird zurückgezogen", "2024-10-21T10:00:00Z");
        var since = given().get("/v1/articles/" + id).then().extract().header("Depesche-Sequence");

        newsroom.withdraw(id, "Auf Wunsch");

        given().get("/v1/articles/" + id).then().statusCode(410).body("notice", equalTo("Auf Wunsch"))
                .body("type", equalTo("/problems/withdrawn"));
        given().queryParam("since", since).get("/v1/changes?limit=100").then().statusCode(200)
                .body("items.type", hasItem("article.withdrawn")).body("items.find { it.id == '" + id + "' }.type",
                        equalTo("article.withdrawn"))
                .body("page.next", notNullValue());
    }
}
