package org.depesche.delivery.websub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.delivery.push.PushConfig;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SecondProfile;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.restassured.response.ValidatableResponse;

/** A request that the hub cannot serve ends with a reason, and leaves its place to others. */
@QuarkusTest
@TestProfile(SecondProfile.class)
class HubFailuresTest {

    private final FakeSubscriber subscriber = new FakeSubscriber();
    @Inject
    SubscriptionRepository rows;
    @Inject
    HubWorker worker;
    @Inject
    TopicReader topics;
    @Inject
    HttpServer server;
    @Inject
    VertxHttpConfig bound;
    @Inject
    AbsoluteUrls urls;
    @Inject
    PushConfig limits;
    @Inject
    WebSubConfig config;

    @AfterEach
    void end() {
        rows.all().forEach(subscription -> rows.delete(subscription.id()));
        subscriber.close();
    }

    @Test
    void aRequestThatMakesTheHubFailIsDenied() {
        var topic = base() + "/feeds/articles.rss";
        QuarkusMock.installMockForType(new TopicReader(server, bound, urls, limits, config) {
            @Override
            Content read(URI any, long sequence) {
                throw new IllegalStateException("for the test");
            }
        }, TopicReader.class);
        insert(topic, Clock.systemUTC());

        await().until(() -> rows.countPending() == 0);

        await().until(() -> subscriber.verifications().size() == 1);
        assertThat(subscriber.verifications().get(0)).containsEntry("hub.mode", "denied").containsEntry("hub.topic", topic)
                .containsEntry("hub.reason", "The hub failed to verify the request.");
        assertThat(rows.count()).isZero();
    }

    /** The address of the service has changed, so the feed cannot be read. It could be, so the hub tries for a while. */
    @Test
    void aRequestWhoseFeedCannotBeReadIsDeniedAfterAWhile() {
        var clock = SettableClock.install();
        var topic = "https://former.example.org/feeds/articles.rss";
        insert(topic, clock);
        await().during(Duration.ofMillis(500)).until(() -> rows.countPending() == 1);

        clock.advance(Duration.ofMinutes(10));
        worker.wake();

        await().until(() -> subscriber.verifications().size() == 1);
        assertThat(subscriber.verifications().get(0)).containsEntry("hub.mode", "denied").containsEntry("hub.topic", topic)
                .containsEntry("hub.reason", "The hub could not verify the request in time.");
        assertThat(rows.count()).isZero();
    }

    /** It begins like an address of the service, and its feed is no address at all. The service once had another port. */
    @Test
    void anAddressWithASecondPortIsThatOfAnotherHost() {
        var topic = URI.create(base() + ":9/feeds/articles.rss");

        assertThatThrownBy(() -> topics.read(topic, 0)).isInstanceOf(IOException.class)
                .hasMessage("the address of another host");
        request(topic.toString()).statusCode(400).body("errors.pointer", equalTo(List.of("/hub.topic")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://user:word@127.0.0.1/ | must have neither a user nor a password before its host.
            http://127.0.0.1/#x         | must have no fragment (#…).
            ftp://127.0.0.1/            | must be an absolute address with http or https.
            """)
    void aCallbackIsRefusedForTheMistakeThatItHas(String callback, String mistake) {
        var answer = given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(
                        Map.of("hub.mode", "subscribe", "hub.topic", base() + "/feeds/articles.rss", "hub.callback", callback))
                .post("/websub").then().statusCode(400).extract();

        assertThat(answer.<String> path("errors[0].detail")).endsWith(mistake);
        assertThat(answer.jsonPath().getList("errors")).hasSize(1);
    }

    @Test
    void anEmptyBodyIsRefused() {
        given().contentType("application/x-www-form-urlencoded; charset=utf-8").post("/websub").then().statusCode(400);
    }

    /** The canonical form of a topic may be longer than what the subscriber wrote, and what it wrote longer than a URL. */
    @Test
    void aTopicThatIsTooLongIsRefusedAndSpacesAroundOneAreNot() {
        var feed = base() + "/feeds/articles.rss";
        var tooLong = request(feed + "?tag=" + "(".repeat(900));
        var spaces = request(" ".repeat(3_000) + feed);

        tooLong.statusCode(400).body("errors.pointer", equalTo(List.of("/hub.topic")));
        spaces.statusCode(202);
        await().until(() -> rows.countPending() == 0);
        assertThat(subscriber.verifications().get(0)).containsEntry("hub.topic", feed);
    }

    /** Each feed has one subscriber here, so that as many feeds as are in memory are delivered at a time. */
    @Test
    void noMoreFeedsAreInMemoryThanMayBe() {
        var category = UniqueNames.of("hub");
        Newsroom.ensureCategory(category, "Hub");
        publish(category);
        var feeds = Stream.of("rss", "atom", "json").flatMap(format -> Stream.of(format, format + "?content=teaser"))
                .map(end -> base() + "/feeds/categories/" + category + "." + end).toList();
        feeds.forEach(feed -> request(feed).statusCode(202));
        await().until(() -> rows.countPending() == 0);
        assertThat(rows.count()).isEqualTo(feeds.size());
        subscriber.takes(Duration.ofMillis(200));

        publish(category);

        await().until(() -> subscriber.posted().size() >= feeds.size());
        assertThat(subscriber.mostAtATime()).isBetween(1, SecondProfile.FEEDS_IN_MEMORY);
    }

    private static void publish(String category) {
        Newsroom.importArticles("{\"headline\":\"%s\",\"category\":\"%s\"}".formatted(UniqueNames.of("Neues"), category));
    }

    private ValidatableResponse request(String topic) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8").formParams(Map.of("hub.mode",
                "subscribe", "hub.topic", topic, "hub.callback", subscriber.callback("/x"))).post("/websub").then();
    }

    private void insert(String topic, Clock clock) {
        rows.insertPending(URI.create(topic), URI.create(subscriber.callback("/x")),
                new Subscription.Pending(Subscription.SUBSCRIBE, topic, null, 600, clock.instant()));
        worker.wake();
    }

    private static String base() {
        return URI.create(given().get("/feeds/articles.json").jsonPath().getString("feed_url")).resolve("/").toString()
                .replaceFirst("/$", "");
    }
}
