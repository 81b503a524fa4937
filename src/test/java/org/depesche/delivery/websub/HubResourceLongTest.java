package org.depesche.delivery.websub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SecondProfile;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/**
 * The cases of websub.rocks for hubs, by their numbers, and what the field has taught beside them. It takes long because the
 * hub answers later, and because that nothing comes shows only after a while.
 */
@QuarkusTest
@TestProfile(SecondProfile.class)
class HubResourceLongTest {

    private final FakeSubscriber subscriber = new FakeSubscriber();
    private final List<Map<String, String>> verifications = subscriber.verifications();
    private final List<FakeSubscriber.Posted> posted = subscriber.posted();
    @Inject
    SubscriptionRepository rows;

    @Inject
    Jdbi jdbi;

    private String category = "";

    @BeforeEach
    void begin() {
        category = UniqueNames.of("hub");
        Newsroom.ensureCategory(category, "Hub");
        publish();
    }

    @AfterEach
    void end() {
        rows.all().forEach(subscription -> rows.delete(subscription.id()));
        subscriber.close();
        jdbi.useHandle(handle -> handle.execute("delete from lease where name = 'websub'")); // that of another node
    }

    @Test
    void case100ATypicalSubscriptionGetsTheWholeFeedWhenItChanges() {
        subscribe("rss", "/a?x=1", Map.of());

        assertThat(verifications.get(0)).containsEntry("hub.mode", "subscribe").containsEntry("hub.topic", topic("rss"))
                .containsEntry("hub.lease_seconds", "864000").containsEntry("x", "1");
        publish();
        await().until(() -> posted.size() == 1);
        assertIsFeed(posted.get(0), "rss", "application/rss+xml;charset=utf-8");
        assertThat(posted.get(0).headers()).doesNotContainKey("X-hub-signature");
        assertThat(posted.get(0).header("Link")).contains("/websub>; rel=\"hub\"", "<" + topic("rss") + ">; rel=\"self\"");
    }

    @Test
    void case101ASecretSignsTheContent() throws GeneralSecurityException {
        subscribe("rss", "/b", Map.of("hub.secret", "geheim & mehr"));

        publish();

        await().until(() -> posted.size() == 1);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("geheim & mehr".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(posted.get(0).header("X-hub-signature"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(posted.get(0).body())));
    }

    @Test
    void case102FurtherParametersAreIgnored() {
        subscribe("rss", "/c", Map.of("foo", "bar", "hub.later", "1"));
        publish();
        await().until(() -> posted.size() == 1);
    }

    @Test
    void case103ARenewedSubscriptionGetsEachChangeOnceWithTheNewSecret() {
        subscribe("rss", "/d", Map.of("hub.secret", "alt"));
        subscribe("rss", "/d", Map.of("hub.secret", "neu", "hub.lease_seconds", "600"));

        publish();

        await().until(() -> posted.size() == 1);
        assertThat(verifications).extracting(each -> each.get("hub.lease_seconds")).containsExactly("864000", "600");
        await().during(Duration.ofMillis(600)).until(() -> posted.size() == 1);
    }

    @Test
    void case104AfterAnUnsubscriptionNothingComes() {
        subscribe("rss", "/e", Map.of());
        request("unsubscribe", topic("rss"), "/e", Map.of()).then().statusCode(202);
        await().until(() -> verifications.size() == 2);
        assertThat(verifications.get(1)).containsEntry("hub.mode", "unsubscribe").doesNotContainKey("hub.lease_seconds");
        await().until(() -> request("unsubscribe", topic("rss"), "/e", Map.of()).statusCode() == 404);

        publish();

        await().during(Duration.ofMillis(600)).until(posted::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(strings = { "atom;application/atom+xml;charset=utf-8", "json;application/feed+json;charset=utf-8" })
    void case105And106OtherTypesOfContentComeAsTheyAre(String format) {
        var parts = format.split(";", 2);
        subscribe(parts[0], "/f", Map.of());
        publish();
        await().until(() -> posted.size() == 1);
        assertIsFeed(posted.get(0), parts[0], parts[1]);
    }

    @Test
    void whoeverDoesNotEchoTheChallengeIsNotSubscribed() {
        subscriber.prefixes("x");
        request("subscribe", topic("rss"), "/g", Map.of()).then().statusCode(202);
        await().until(() -> verifications.size() == 1);
        publish();
        await().during(Duration.ofMillis(600)).until(posted::isEmpty);
        await().until(() -> request("unsubscribe", topic("rss"), "/g", Map.of()).statusCode() == 404);
    }

    @Test
    void aFailingSubscriberGetsTheNewestStateAfterItRecovers() {
        subscribe("rss", "/h", Map.of());
        subscriber.answers(500);
        publish();
        await().until(() -> posted.size() >= 2);
        publish();

        subscriber.answers(204);

        var failed = posted.size();
        await().until(() -> posted.size() > failed
                && Arrays.equals(posted.get(posted.size() - 1).body(), feed("rss")));
        var delivered = posted.size();
        await().during(Duration.ofMillis(600)).until(() -> posted.size() == delivered);
    }

    @Test
    void aSubscriberThatFailsForADayIsTriedUntilThenAndGetsTheNewestState() {
        subscribe("rss", "/day", Map.of());
        subscriber.answers(503);
        var clock = SettableClock.install();
        publish();
        awaitFailures("/day", 1);
        clock.advance(Duration.ofHours(23));
        awaitFailures("/day", 2);
        publish();
        subscriber.answers(204);
        clock.advance(Duration.ofMinutes(1));
        await().until(() -> posted.size() == 3 && Arrays.equals(posted.get(2).body(), feed("rss")));
        await().until(() -> failures("/day").equals(Optional.of(0)));
    }

    @Test
    void aSubscriberThatFailsForMoreThanADayIsForgotten() {
        subscribe("rss", "/late", Map.of());
        subscriber.answers(503);
        var clock = SettableClock.install();
        publish();
        awaitFailures("/late", 1);
        clock.advance(Duration.ofHours(25));
        await().until(() -> failures("/late").isEmpty());
        request("unsubscribe", topic("rss"), "/late", Map.of()).then().statusCode(404);
        assertThat(posted).hasSize(2);
    }

    /** Attempts are counted where the hub stores them: the clock must not move before it has. */
    private void awaitFailures(String path, int count) {
        await().until(() -> failures(path).equals(Optional.of(count)));
    }

    private Optional<Integer> failures(String path) {
        return rows.find(URI.create(topic("rss")), URI.create(callback(path)))
                .map(subscription -> subscription.health().failures());
    }

    @Test
    void goneEndsTheSubscription() {
        subscribe("rss", "/i", Map.of());
        subscriber.answers(410);
        publish();
        await().until(() -> posted.size() == 1);
        await().until(() -> request("unsubscribe", topic("rss"), "/i", Map.of()).statusCode() == 404);
    }

    @Test
    void aFeedThatDoesNotExistIsDenied() {
        request("subscribe", base() + "/feeds/categories/" + UniqueNames.of("nie") + ".rss", "/j", Map.of()).then()
                .statusCode(202);

        await().until(() -> verifications.size() == 1);
        assertThat(verifications.get(0)).containsEntry("hub.mode", "denied")
                .containsEntry("hub.reason", "There is no such feed.")
                .doesNotContainKey("hub.challenge");
    }

    @Test
    void oneFeedIsOneTopicHoweverItsParametersStand() {
        var given = topic("rss") + "?utm_source=x&leadImage=media&content=teaser";
        subscribe(given, "/k");
        assertThat(verifications.get(0)).containsEntry("hub.topic", given);
        publish();
        await().until(() -> posted.size() == 1);
        assertThat(posted.get(0).header("Link"))
                .contains("<" + topic("rss") + "?content=teaser&leadImage=media>; rel=\"self\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://www.example.org/feeds/articles.rss", "/feeds/articles.ninjs.json", "/feeds/sitemap.xml",
            "/v1/articles", "/feeds/../v1/editorial/articles.json", "/feeds/articles.rss#x", "" })
    void nothingButFeedsOfThisServiceAreTopics(String topic) {
        request("subscribe", topic.startsWith("/") ? base() + topic : topic, "/l", Map.of()).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://10.0.0.1/x", "http://169.254.169.254/latest", "ftp://example.org/x",
            "http://u:p@127.0.0.1/",
            "http://[fe80::1]/", "kein", "http://127.0.0.1/#x" })
    void callbacksThatMustNotBeCalledAreRefused(String callback) {
        post(Map.of("hub.mode", "subscribe", "hub.topic", topic("rss"), "hub.callback", callback)).then().statusCode(400);
    }

    @Test
    void limitsAndModesAreChecked() {
        request("subscribe", topic("rss"), "/m", Map.of("hub.secret", "ä".repeat(100))).then().statusCode(400);
        request("subscribe", topic("rss"), "/m", Map.of("hub.lease_seconds", "-1")).then().statusCode(400);
        request("publish", topic("rss"), "/m", Map.of()).then().statusCode(400);
        request("unsubscribe", topic("rss"), "/m", Map.of()).then().statusCode(404);
        subscribe("rss", "/m", Map.of("hub.lease_seconds", "999999999", "hub.secret", "a".repeat(199)));
        assertThat(verifications.get(0)).containsEntry("hub.lease_seconds", Long.toString(14 * 86_400));
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        post(Map.of("hub.mode", "publish", "hub.topic", "x", "hub.callback", "http://10.0.0.1/", "hub.secret", "a".repeat(200),
                "hub.lease_seconds", "0")).then().statusCode(400).body("errors.pointer.sort()",
                        contains("/hub.callback", "/hub.lease_seconds", "/hub.mode", "/hub.secret", "/hub.topic"));
        post(Map.of("x", "y")).then().statusCode(400).body("errors.pointer.sort()",
                contains("/hub.callback", "/hub.mode", "/hub.topic"));
    }

    @Test
    void aHostHasNoMoreThanItsShareAndAllTogetherNoMoreThanTheirs() {
        for (var number = 0; number < SecondProfile.SUBSCRIPTIONS_PER_HOST; number++) {
            subscribeFrom("127.0.0.1", number).then().statusCode(202);
        }
        subscribeFrom("127.0.0.1", 100).then().statusCode(409);
        await().until(() -> rows.countPending() == 0);
        for (var number = SecondProfile.SUBSCRIPTIONS_PER_HOST; number < SecondProfile.SUBSCRIPTIONS; number++) {
            subscribeFrom("127.0.0.2", number).then().statusCode(202);
        }
        await().until(() -> rows.countPending() == 0);
        subscribeFrom("127.0.0.2", 100).then().statusCode(409);
        subscribeFrom("127.0.0.2", SecondProfile.SUBSCRIPTIONS - 1).then().statusCode(202);
    }

    /** Another node is the one that verifies, and does nothing: here, verifications end while further requests come. */
    @Test
    void moreRequestsThanMayWaitAreToldToComeBack() {
        jdbi.useHandle(handle -> handle.createUpdate("replace into lease (name, holder, held_until)"
                + " values ('websub', :holder, utc_timestamp(6) + interval 10 minute)").bind("holder", Uuid7.next()).execute());
        var number = 0;
        var answer = subscribeFrom("127.0.0.1", number);
        while (answer.statusCode() == 202 && number < 5 * SecondProfile.PENDING_SUBSCRIPTIONS) {
            number++;
            answer = subscribeFrom("127.0.0." + (1 + number % 9), number);
        }
        answer.then().statusCode(503).header("Retry-After", "60");
        assertThat(number).isEqualTo(SecondProfile.PENDING_SUBSCRIPTIONS);
        subscribeFrom("127.0.0." + (1 + (number - 1) % 9), number - 1).then().statusCode(202);
    }

    private Response subscribeFrom(String host, int number) {
        return post(Map.of("hub.mode", "subscribe", "hub.topic", topic("rss"), "hub.callback",
                callback("/" + number).replace("127.0.0.1", host)));
    }

    @Test
    void aRenamedFeedIsDeliveredAsBefore() {
        subscribe("rss", "/renamed", Map.of());
        var renamed = UniqueNames.of("umbenannt");
        var tag = Callers.as("admin").get("/v1/editorial/categories/" + category).header("ETag");
        Callers.as("admin").contentType("application/json").header("If-Match", tag).body(Map.of("slug", renamed))
                .patch("/v1/editorial/categories/" + category).then().statusCode(200);
        Newsroom.importArticles("{\"headline\":\"Nach dem Umbenennen\",\"category\":\"%s\"}".formatted(renamed));
        await().until(() -> posted.stream().anyMatch(
                message -> new String(message.body(), StandardCharsets.UTF_8).contains("Nach dem Umbenennen")));
        assertThat(posted.get(0).header("Link")).contains("<" + topic("rss") + ">; rel=\"self\"");
        assertThat(failures("/renamed")).isPresent();
    }

    @Test
    void feedsNameTheirHub() {
        var path = "/feeds/categories/" + category;
        given().get(path + ".rss").then().statusCode(200);
        assertThat(given().get(path + ".rss").header("Link")).contains("<" + base() + "/websub>; rel=\"hub\"",
                "<" + topic("rss") + ">; rel=\"self\"");
        assertThat(given().get(path + ".atom").asString()).contains("rel=\"hub\" href=\"" + base() + "/websub\"");
        assertThat(given().get(path + ".rss").asString()).contains("rel=\"hub\" href=\"" + base() + "/websub\"");
        assertThat(given().get(path + ".json").jsonPath().getString("hubs[0].url")).isEqualTo(base() + "/websub");
    }

    private void subscribe(String format, String path, Map<String, String> further) {
        var before = verifications.size();
        request("subscribe", topic(format), path, further).then().statusCode(202);
        await().until(() -> verifications.size() == before + 1);
        pause();
    }

    private void subscribe(String topic, String path) {
        request("subscribe", topic, path, Map.of()).then().statusCode(202);
        await().until(() -> verifications.size() == 1);
        pause();
    }

    /** Between the subscriber's answer and the row that says so. */
    private static void pause() {
        sleep(Duration.ofMillis(300));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Response request(String mode, String topic, String path, Map<String, String> further) {
        var form = new LinkedHashMap<>(Map.of("hub.mode", mode, "hub.topic", topic, "hub.callback", callback(path)));
        form.putAll(further);
        return post(form);
    }

    private String callback(String path) {
        return subscriber.callback(path);
    }

    private static Response post(Map<String, String> form) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8").formParams(form).post("/websub");
    }

    private static String base() {
        return URI.create(given().get("/feeds/articles.json").jsonPath().getString("feed_url")).resolve("/").toString()
                .replaceFirst("/$", "");
    }

    private String topic(String format) {
        return base() + "/feeds/categories/" + category + "." + format;
    }

    private byte[] feed(String format) {
        return given().get("/feeds/categories/" + category + "." + format).asByteArray();
    }

    private void assertIsFeed(FakeSubscriber.Posted message, String format, String mediaType) {
        assertThat(message.header("Content-type")).isEqualTo(mediaType);
        assertThat(message.body()).isEqualTo(feed(format));
    }

    private void publish() {
        Newsroom.importArticles("{\"headline\":\"%s\",\"category\":\"%s\"}".formatted(UniqueNames.of("Neues"), category));
    }
}
