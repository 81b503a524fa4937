package org.depesche.content.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Sites;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.depesche.testkit.Uploads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** What lists with and without a lead image say when the rights of images end, and when they are extended. */
@QuarkusTest
class LeadImageListsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String category = UniqueNames.of("bildrechte");
    private final String word = UniqueNames.of("bildfund").replaceAll("[^a-z0-9]", "");
    private final List<String> images = new ArrayList<>();
    private SettableClock clock;

    @Inject
    ListRegistry registry;

    @Inject
    Sites sites;

    @BeforeEach
    void aClockAndACategory() {
        clock = SettableClock.install();
        Newsroom.ensureCategory(category, "Bildrechte");
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
        listed(true);
    }

    private void extend(String image) {
        Callers.as("editor").header("If-Match", "*").contentType(ContentType.JSON)
                .body("{\"rights\": {\"expiresAt\": null}}").patch(Uploads.IMAGES + "/" + image).then().statusCode(200);
    }

    private String publish(String slug, String image, String inBody) {
        var name = slug + "-" + category;
        Newsroom.importArticles("{\"slug\": \"" + name + "\", \"headline\": \"" + word + "\", \"category\": \"" + category
                + "\", \"publishedAt\": \"2020-02-02\"" + (image.isEmpty() ? "" : ", \"image\": {\"id\": \"" + image + "\"}")
                + ", \"body\": [{\"type\": \"image\", \"image\": {\"id\": \"" + inBody + "\"}}]}");
        return name;
    }

    private List<String> listed(String path) {
        return given().get(path + "&limit=50").then().statusCode(200).extract().jsonPath().getList("items.slug");
    }

    private List<String> listed(boolean hasImage) {
        return listed("/v1/articles?category=" + category + "&hasImage=" + hasImage);
    }

    private List<String> found(boolean hasImage) {
        return listed("/v1/search?q=" + word + "&hasImage=" + hasImage);
    }

    private long sizes() {
        var site = sites.defaultSite().id();
        return List.of(true, false).stream().map(value -> ListKey.of(site, ListKind.HAS_IMAGE, value))
                .mapToLong(key -> registry.sizes(site, ListKind.HAS_IMAGE).getOrDefault(key.value(), 0L)).sum();
    }

    @Test
    void anExpiredLeadImageCountsAsNoneAtOnceAndInSearch() {
        var shown = imageUntil(Duration.ofDays(30));
        var ending = imageUntil(Duration.ofHours(1));
        var kept = publish("kept", shown, ending);
        var ended = publish("ended", ending, shown);
        assertThat(listed(true)).containsExactlyInAnyOrder(kept, ended);
        assertThat(listed(false)).isEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(found(true)).containsExactlyInAnyOrder(kept, ended));
        var sizes = sizes();

        clock.advance(Duration.ofHours(2));

        assertThat(listed(true)).containsExactly(kept);
        assertThat(listed(false)).containsExactly(ended);
        assertThat(sizes()).isEqualTo(sizes);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(found(true)).containsExactly(kept);
            assertThat(found(false)).containsExactly(ended);
        });
    }

    @Test
    void articlesPublishedLaterCountItAsNoneToo() {
        var ending = imageUntil(Duration.ofHours(1));
        clock.advance(Duration.ofHours(2));
        assertThat(listed(true)).isEmpty();

        var ended = publish("late", ending, ending);
        assertThat(listed(false)).containsExactly(ended);
        var sizes = sizes();
        publish("late", "", ending);

        assertThat(listed(false)).containsExactly(ended);
        assertThat(sizes()).isEqualTo(sizes);
    }

    @Test
    void extendedRightsBringItBack() {
        var ending = imageUntil(Duration.ofHours(1));
        var article = publish("extended", ending, ending);
        clock.advance(Duration.ofHours(2));
        assertThat(listed(true)).isEmpty();

        extend(ending);

        assertThat(listed(true)).containsExactly(article);
        assertThat(listed(false)).isEmpty();
    }

    /** Neither a cache nor the service may keep a list beyond the next expiry; a CDN learns of it by the list's own tag. */
    @Test
    void listsEndWithTheNextExpiryAndTheirTagTellsOfIt() {
        var ending = imageUntil(Duration.ofHours(1));
        publish("tagged", ending, ending);
        clock.advance(Duration.ofHours(1).minusSeconds(20));
        var list = given().get("/v1/articles?category=" + category + "&hasImage=false").then().statusCode(200).extract();
        assertThat(list.header("Surrogate-Key").split(" ")).contains("list:lead-image");
        assertThat(Integer.parseInt(list.header("Cache-Control").replaceAll(".*s-maxage=(\\d+).*", "$1")))
                .isLessThanOrEqualTo(20);
        var since = list.header("Depesche-Sequence");

        clock.advance(Duration.ofHours(2));

        assertThat(listed(true)).isEmpty();
        assertThat(given().get("/v1/changes?since=" + since).jsonPath().<List<String>> getList(
                "items.findAll { it.id == '" + ending + "' }.cacheTags")).anySatisfy(
                        tags -> assertThat(tags)
                                .contains("list:lead-image"));
    }
}
