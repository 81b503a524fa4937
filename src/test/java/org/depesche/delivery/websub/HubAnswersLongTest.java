package org.depesche.delivery.websub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SecondProfile;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What the hub tells subscribers whose feed cannot be had, and whose requests cross. */
@QuarkusTest
@TestProfile(SecondProfile.class)
class HubAnswersLongTest {

    private static final String EDITORIAL = "/v1/editorial/";

    private final FakeSubscriber subscriber = new FakeSubscriber();
    private final String category = UniqueNames.of("hub");
    @Inject
    SubscriptionRepository rows;

    @BeforeEach
    void makeCategory() {
        Newsroom.ensureCategory(category, "Hub");
    }

    @AfterEach
    void end() {
        rows.all().forEach(subscription -> rows.delete(subscription.id()));
        subscriber.close();
    }

    @Test
    void aFeedThatIsTooLargeIsDenied() {
        publishLargeArticle();

        request("subscribe", feed(), Map.of()).statusCode(202);

        await().until(() -> subscriber.verifications().size() == 1);
        assertThat(subscriber.verifications().get(0)).containsEntry("hub.mode", "denied").containsEntry("hub.topic", feed())
                .containsEntry("hub.reason",
                        "The feed is larger than " + SecondProfile.SUBSCRIBED_FEED_SIZE + " bytes.")
                .doesNotContainKey("hub.challenge");
        await().until(() -> find(feed()).isEmpty());
    }

    @Test
    void aSubscriptionEndsWhenItsFeedGrowsTooLarge() {
        subscribe(feed());

        publishLargeArticle();

        await().until(() -> find(feed()).isEmpty());
        await().until(() -> subscriber.verifications().size() == 2);
        assertThat(subscriber.verifications().get(1)).containsEntry("hub.mode", "denied");
        assertThat(subscriber.posted()).isEmpty();
    }

    @Test
    void aSubscriptionEndsWhenItsFeedIsGone() {
        subscribe(feed());

        var path = EDITORIAL + "categories/" + category;
        Callers.as("admin").header("If-Match", Callers.as("admin").get(path).header("ETag")).delete(path).then()
                .statusCode(204);

        await().until(() -> find(feed()).isEmpty());
        await().until(() -> subscriber.verifications().size() == 2);
        assertThat(subscriber.verifications().get(1)).containsEntry("hub.mode", "denied").containsEntry("hub.topic", feed())
                .containsEntry("hub.reason", "There is no such feed.");
        assertThat(subscriber.posted()).isEmpty();
    }

    /** Whoever must not read a feed does not learn more from the hub than from the feed itself. */
    @ParameterizedTest
    @ValueSource(strings = { "a tag of drafts", "a filter that is wrong", "related to a draft",
            "related to what was withdrawn" })
    void whatNobodyMayReadIsDenied(String kind) {
        var name = UniqueNames.of("geheim");
        var topic = base() + switch (kind) {
            case "a tag of drafts" -> {
                draft(name);
                yield "/feeds/tags/" + name + ".rss";
            }
            case "a filter that is wrong" -> "/feeds/articles.rss?category=" + name;
            case "related to a draft" -> "/feeds/articles/" + draft(name) + "/related.rss";
            default -> "/feeds/articles/" + withdrawn(name) + "/related.rss";
        };

        request("subscribe", topic, Map.of()).statusCode(202);

        await().until(() -> subscriber.verifications().size() == 1);
        assertThat(subscriber.verifications().get(0)).containsEntry("hub.mode", "denied")
                .containsEntry("hub.reason", "There is no such feed.");
        await().until(() -> find(topic).isEmpty());
    }

    @Test
    void aSecondRequestDuringTheVerificationIsVerifiedItselfAndHolds() {
        var held = subscriber.hold();
        request("subscribe", feed(), Map.of("hub.secret", "alt", "hub.lease_seconds", "1000")).statusCode(202);
        await().until(() -> subscriber.verifications().size() == 1);

        request("subscribe", feed(), Map.of("hub.secret", "neu", "hub.lease_seconds", "600")).statusCode(202);
        held.countDown();

        await().until(() -> find(feed()).filter(one -> one.pending() == null).isPresent());
        assertThat(subscriber.verifications()).extracting(each -> each.get("hub.lease_seconds")).containsExactly("1000", "600");
        assertThat(find(feed()).map(Subscription::secret)).contains("neu".getBytes(StandardCharsets.UTF_8));
        publishArticle("Neues");
        await().until(() -> subscriber.posted().size() == 1);
        await().during(Duration.ofMillis(600)).until(() -> subscriber.posted().size() == 1);
    }

    @Test
    void whoUnsubscribesDuringTheVerificationIsNotSubscribed() {
        var held = subscriber.hold();
        request("subscribe", feed(), Map.of()).statusCode(202);
        await().until(() -> subscriber.verifications().size() == 1);

        request("unsubscribe", feed(), Map.of()).statusCode(202);
        held.countDown();

        await().until(() -> find(feed()).isEmpty());
        assertThat(subscriber.verifications()).extracting(each -> each.get("hub.mode")).containsExactly("subscribe",
                "unsubscribe");
    }

    private void subscribe(String topic) {
        request("subscribe", topic, Map.of()).statusCode(202);
        await().until(() -> find(topic).filter(one -> one.pending() == null).isPresent());
    }

    private ValidatableResponse request(String mode, String topic, Map<String, String> further) {
        var form = new LinkedHashMap<>(Map.of("hub.mode", mode, "hub.topic", topic, "hub.callback", callback()));
        form.putAll(further);
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8").formParams(form).post("/websub").then();
    }

    private Optional<Subscription> find(String topic) {
        return rows.find(URI.create(topic), URI.create(callback()));
    }

    private String callback() {
        return subscriber.callback("/x");
    }

    private String feed() {
        return base() + "/feeds/categories/" + category + ".json";
    }

    private static String base() {
        return URI.create(given().get("/feeds/articles.json").jsonPath().getString("feed_url")).resolve("/").toString()
                .replaceFirst("/$", "");
    }

    private void publishLargeArticle() {
        publishArticle("<p>" + "Wort ".repeat(200).strip() + "</p>", SecondProfile.SUBSCRIBED_FEED_SIZE / 900);
    }

    private void publishArticle(String headline) {
        Newsroom.importArticles("{\"headline\":\"%s\",\"category\":\"%s\"}".formatted(headline, category));
    }

    private void publishArticle(String paragraph, int count) {
        Newsroom.importArticles("{\"headline\":\"Lang\",\"category\":\"%s\",\"body\":\"%s\"}".formatted(category,
                paragraph.repeat(count)));
    }

    private String draft(String tag) {
        return Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("headline", "Entwurf", "category", category, "tags", List.of(tag))).post(EDITORIAL + "articles")
                .then().statusCode(201).extract().path("slug");
    }

    private String withdrawn(String tag) {
        var slug = draft(tag);
        var path = EDITORIAL + "articles/" + slug;
        var published = Callers.as("admin").header("If-Match", Callers.as("admin").get(path).header("ETag"))
                .post(path + "/publish").then().statusCode(200).extract();
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", published.header("ETag"))
                .body(Map.of("reason", "Irrtum")).post(path + "/withdraw").then().statusCode(200);
        return slug;
    }
}
