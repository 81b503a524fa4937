package org.depesche.content.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.content.image.file.RenditionConfig;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Sites;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.depesche.testkit.Uploads;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** What lists with and without a lead image say when the rights of images end, and when they are extended. */
@QuarkusTest
class LeadImageListsTest {

    /** A site of its own: what other tests scheduled is published when the clock advances, and would count. */
    private final String site = UniqueNames.of("bildseite");
    private final String category = UniqueNames.of("bildrechte");
    private final String word = UniqueNames.of("bildfund").replaceAll("[^a-z0-9]", "");
    private final List<String> images = new ArrayList<>();
    private SettableClock clock;

    @Inject
    ListRegistry registry;

    @Inject
    Sites sites;

    @Inject
    LeadImageLists lists;

    @Inject
    PublishedArticles articles;

    @Inject
    RenditionConfig config;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aClockAndASite() {
        clock = SettableClock.install();
        Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("slug", site, "name", site, "language", "de", "url", "https://" + site + ".example.org"))
                .post("/v1/editorial/sites").then().statusCode(201);
        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("slug", category, "name", "Bildrechte"))
                .post("/v1/editorial/categories?site=" + site).then().statusCode(201);
    }

    private String imageUntil(Duration left) {
        var id = Callers.as("editor").contentType(ContentType.JSON)
                .body(Map.of("alt", UniqueNames.of("Hafen"), "rights",
                        Map.of("expiresAt", clock.instant().plus(left).toString())))
                .post(Uploads.IMAGES).then().statusCode(201).extract().<String> path("id");
        images.add(id);
        return id;
    }

    /** Of other tests the clock is another one: nothing of these images may change then. */
    @AfterEach
    void noRightsEnd() {
        images.forEach(this::extend);
        images.forEach(image -> awaitMoved(image, false));
    }

    private void extend(String image) {
        Callers.as("editor").header("If-Match", "*").contentType(ContentType.JSON)
                .body("{\"rights\": {\"expiresAt\": null}}").patch(Uploads.IMAGES + "/" + image).then().statusCode(200);
    }

    private String publish(String slug, String image, String inBody) {
        Newsroom.importArticles("?site=" + site, line(slug, image, inBody));
        return slug + "-" + category;
    }

    private String line(String slug, String image, String inBody) {
        return ("{\"slug\": \"" + slug + "-" + category + "\", \"headline\": \"" + word + "\", \"category\": \"" + category
                + "\", \"publishedAt\": \"2020-02-02\"" + (image.isEmpty() ? "" : ", \"image\": {\"id\": \"" + image + "\"}")
                + ", \"body\": [{\"type\": \"image\", \"image\": {\"id\": \"" + inBody + "\"}}]}");
    }

    private List<String> listed(String path) {
        return given().get(path + "&limit=50&site=" + site).then().statusCode(200).extract().jsonPath().getList("items.slug");
    }

    private List<String> listed(boolean hasImage) {
        return listed("/v1/articles?category=" + category + "&hasImage=" + hasImage);
    }

    private List<String> found(boolean hasImage) {
        return listed("/v1/search?q=" + word + "&hasImage=" + hasImage);
    }

    private long size(boolean hasImage) {
        var id = sites.bySlug(site).orElseThrow().id();
        var key = ListKey.of(id, ListKind.HAS_IMAGE, hasImage);
        return registry.sizes(id, ListKind.HAS_IMAGE).getOrDefault(key.value(), 0L);
    }

    /** Until lists count the image so, and all its articles are where they belong. */
    private void awaitMoved(String image, boolean isExpired) {
        await().until(() -> isMoved(UUID.fromString(image), isExpired));
    }

    private boolean isMoved(UUID image, boolean isExpired) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from image i where id = :id"
                + " and lead_lists_expired = :expired and not exists (select 1 from lead_list_move m where m.image_id = i.id)")
                .bind("id", image).bind("expired", isExpired).mapTo(Integer.class).findOne().isPresent());
    }

    private void setColumnOfOlderNodes(String image, boolean isExpired) {
        jdbi.useHandle(handle -> handle.createUpdate("update image set expired = :expired where id = :id")
                .bind("expired", isExpired).bind("id", UUID.fromString(image)).execute());
    }

    private List<List<String>> tagsOfEntries(String since, String image) {
        return given().get("/v1/changes?limit=100&since=" + since).then().statusCode(200).extract().jsonPath()
                .getList("items.findAll { it.id == '" + image + "' }.cacheTags");
    }

    private static String position() {
        return given().get("/v1/articles?limit=1").header("Depesche-Sequence");
    }

    @Test
    void anExpiredLeadImageCountsAsNoneInListsAndSearch() {
        var shown = imageUntil(Duration.ofDays(30));
        var ending = imageUntil(Duration.ofHours(1));
        var kept = publish("kept", shown, ending);
        var ended = publish("ended", ending, shown);
        assertThat(listed(true)).containsExactlyInAnyOrder(kept, ended);
        assertThat(listed(false)).isEmpty();
        await().untilAsserted(() -> assertThat(found(true)).containsExactlyInAnyOrder(kept, ended));
        var with = size(true);
        var without = size(false);

        clock.advance(Duration.ofHours(2));
        awaitMoved(ending, true);

        assertThat(listed(true)).containsExactly(kept);
        assertThat(listed(false)).containsExactly(ended);
        assertThat(size(true)).isEqualTo(with - 1);
        assertThat(size(false)).isEqualTo(without + 1);
        await().untilAsserted(() -> {
            assertThat(found(true)).containsExactly(kept);
            assertThat(found(false)).containsExactly(ended);
        });
    }

    @Test
    void soDoCountsWholeArticlesAndFeeds() {
        var ending = imageUntil(Duration.ofHours(1));
        var article = publish("everywhere", ending, ending);
        var filter = "?site=" + site + "&category=" + category + "&hasImage=";
        assertThat(listed(true)).containsExactly(article);

        clock.advance(Duration.ofHours(2));
        awaitMoved(ending, true);

        given().get("/v1/articles" + filter + "true&total=true").then().statusCode(200).body("page.total", equalTo(0));
        given().get("/v1/articles" + filter + "false&total=true").then().statusCode(200).body("page.total", equalTo(1));
        given().get("/v1/articles" + filter + "false&view=full").then().statusCode(200)
                .body("items.slug", contains(article)).body("items.image", everyItem(nullValue()));
        given().get("/v1/articles" + filter + "true&view=full").then().statusCode(200).body("items", empty());
        given().get("/feeds/articles.json" + filter + "true").then().statusCode(200).body("items", empty());
        given().get("/feeds/articles.json" + filter + "false").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void articlesPublishedLaterCountItAsNoneToo() {
        var ending = imageUntil(Duration.ofHours(1));
        clock.advance(Duration.ofHours(2));
        awaitMoved(ending, true);
        var with = size(true);
        var without = size(false);

        var ended = publish("late", ending, ending);
        assertThat(listed(true)).isEmpty();
        assertThat(listed(false)).containsExactly(ended);
        publish("late", "", ending);

        assertThat(listed(false)).containsExactly(ended);
        assertThat(size(true)).isEqualTo(with);
        assertThat(size(false)).isEqualTo(without + 1);
    }

    @Test
    void extendedRightsBringItBack() {
        var ending = imageUntil(Duration.ofHours(1));
        var article = publish("extended", ending, ending);
        clock.advance(Duration.ofHours(2));
        awaitMoved(ending, true);
        assertThat(listed(true)).isEmpty();
        var with = size(true);
        var without = size(false);

        extend(ending);
        awaitMoved(ending, false);

        assertThat(listed(true)).containsExactly(article);
        assertThat(listed(false)).isEmpty();
        assertThat(size(true)).isEqualTo(with + 1);
        assertThat(size(false)).isEqualTo(without - 1);
    }

    /** Each transaction that moves articles has an entry. */
    @Test
    void manyArticlesAreMovedInSeveralTransactions() {
        var number = config.expiryBatch() + 5;
        var ending = imageUntil(Duration.ofHours(1));
        Newsroom.importArticles("?site=" + site,
                IntStream.range(0, number).mapToObj(each -> line("many" + each, ending, ending))
                        .collect(Collectors.joining("\n")));
        assertThat(total(true)).isEqualTo(number);
        var since = position();

        clock.advance(Duration.ofHours(2));
        awaitMoved(ending, true);

        assertThat(total(true)).isZero();
        assertThat(total(false)).isEqualTo(number);
        assertThat(tagsOfEntries(since, ending)).hasSize(2).allSatisfy(tags -> assertThat(tags).contains("list:lead-image"));
    }

    private int total(boolean hasImage) {
        return given().get("/v1/articles?limit=1&total=true&site=" + site + "&category=" + category + "&hasImage=" + hasImage)
                .then().statusCode(200).extract().<Integer> path("page.total");
    }

    /** Between two steps an article is in either list. A publication replaces the entry that it takes for the present one. */
    @Test
    void aPublicationBetweenTwoStepsMovesItsArticleItself() {
        var ending = imageUntil(Duration.ofHours(1));
        var article = given().get("/v1/articles/" + publish("between", ending, ending) + "?site=" + site).<String> path("id");
        var with = size(true);
        var without = size(false);

        QuarkusTransaction.begin();
        try {
            jdbi.useHandle(handle -> {
                handle.createUpdate("update image set lead_lists_expired = true where id = ?")
                        .bind(0, UUID.fromString(ending)).execute();
                handle.createUpdate("insert into lead_list_move select id, id, created_at, id from image where id = ?")
                        .bind(0, UUID.fromString(ending)).execute();
            });
            lists.moveArticles(articles.byIds(List.of(UUID.fromString(article)), true).values());

            assertThat(size(true)).isEqualTo(with - 1);
            assertThat(size(false)).isEqualTo(without + 1);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** What the steps before had moved is moved back, although the last one was beyond it. */
    @Test
    void rightsThatAreExtendedBetweenTwoStepsBringBackWhatWasMoved() {
        var image = imageUntil(Duration.ofHours(1));
        var slug = publish("halfway", image, image);
        var article = UUID.fromString(given().get("/v1/articles/" + slug + "?site=" + site).<String> path("id"));

        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> {
                handle.createUpdate("update image set lead_lists_expired = true where id = ?")
                        .bind(0, UUID.fromString(image)).execute();
                handle.createUpdate("insert into lead_list_move values (?, ?, '2000-01-01', ?)")
                        .bind(0, UUID.fromString(image)).bind(1, sites.bySlug(site).orElseThrow().id()).bind(2, article)
                        .execute();
            });
            lists.moveArticles(articles.byIds(List.of(article), true).values());
        });

        awaitMoved(image, false);
        assertThat(listed(true)).containsExactly(slug);
        assertThat(listed(false)).isEmpty();
    }

    /** Older nodes write a column of their own, and write the log entry before articles are moved. */
    @Test
    void whatOlderNodesWriteDoesNotMatter() {
        var ending = imageUntil(Duration.ofHours(1));
        var article = publish("rolling", ending, ending);
        setColumnOfOlderNodes(ending, true);

        clock.advance(Duration.ofHours(2));
        awaitMoved(ending, true);
        assertThat(listed(false)).containsExactly(article);

        setColumnOfOlderNodes(ending, false);
        var later = imageUntil(Duration.ofMinutes(-1));
        awaitMoved(later, true);
        assertThat(listed(false)).containsExactly(article);
        assertThat(publish("rolling2", ending, ending)).isIn(listed(false));
    }

    /** A CDN learns of it by the list's own tag. An expiry without articles that the log knows already has no entry again. */
    @Test
    void itsEntryInTheChangeLogHasTheTagOfTheLists() {
        var ending = imageUntil(Duration.ofHours(1));
        var known = imageUntil(Duration.ofHours(1));
        publish("tagged", ending, ending);
        setColumnOfOlderNodes(known, true);
        var list = given().get("/v1/articles?site=" + site + "&category=" + category + "&hasImage=false").then().statusCode(200)
                .extract();
        assertThat(list.header("Surrogate-Key").split(" ")).contains("list:lead-image");
        var since = list.header("Depesche-Sequence");

        clock.advance(Duration.ofHours(2));
        awaitMoved(ending, true);
        awaitMoved(known, true);

        assertThat(tagsOfEntries(since, ending)).singleElement()
                .satisfies(tags -> assertThat(tags).contains("list:lead-image"));
        assertThat(tagsOfEntries(since, known)).isEmpty();
    }
}
