package org.depesche.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class WebhooksResourceTest {

    private static final String WEBHOOKS = "/v1/editorial/webhooks";

    private static final String SITE = "w" + UUID.randomUUID();
    /** What {@link #change} makes, and no other test. */
    private static final Map<String, Object> NEW_CATEGORIES = Map.of("events", List.of("category.created"), "sites",
            List.of(SITE));

    private static boolean hasSite;

    private final Receiver receiver = new Receiver();
    private final List<String> made = new ArrayList<>();
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aSite() {
        if (!hasSite) {
            site(SITE);
            hasSite = true;
        }
    }

    @AfterEach
    void end() {
        made.forEach(id -> Callers.as("admin").delete(WEBHOOKS + "/" + id).then().statusCode(204));
        receiver.close();
    }

    @Test
    void aMessageIsTheChangeEntrySignedAsItIsSent() {
        var webhook = make(NEW_CATEGORIES);

        var slug = change();

        var message = awaitMessages(1).get(0);
        assertThat(message.isSignedWith(webhook.secret)).isTrue();
        assertThat(message.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
        assertThat(message.path()).isEqualTo("/hook?from=depesche");
        assertThat(message.headers().get("Content-type")).containsExactly("application/json");
        var entry = Callers.as("admin").get("/v1/changes?since=" + (message.json().at("/data/sequence").asLong() - 1)
                + "&limit=1").jsonPath().getMap("items[0]");
        assertThat(message.json().fieldNames()).toIterable().containsExactly("type", "timestamp", "data");
        assertThat(message.json().path("type").asText()).isEqualTo("category.created");
        assertThat(message.json().path("timestamp").asText()).isEqualTo(entry.get("at"));
        assertThat(message.json().at("/data/slug").asText()).isEqualTo(slug);
        assertThat(message.json().at("/data/id").asText()).isEqualTo(entry.get("id"));
    }

    @Test
    void aReceiverThatFailsGetsEveryMessageInOrderAfterItRecovers() {
        var webhook = make(NEW_CATEGORIES);
        receiver.answers(500);
        var slugs = IntStream.range(0, 5).mapToObj(number -> change()).toList();
        await().until(() -> receiver.all().size() >= 3);
        get(webhook).body("state", equalTo("failing"));
        var failed = receiver.all().size();

        receiver.answers(200);

        await().until(() -> get(webhook).extract().path("state").equals("active"));
        await().until(() -> taken(slugs).equals(slugs));
        assertThat(receiver.all().subList(0, failed)).extracting(Receiver.Received::id)
                .containsOnly(receiver.all().get(0).id());
    }

    private List<String> taken(List<String> slugs) {
        var seen = receiver.all().stream().map(message -> message.json().at("/data/slug").asText()).toList();
        return seen.stream().distinct().filter(slugs::contains).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "hang", "reset", "redirect", "large" })
    void aReceiverThatBehavesBadlyIsSurvived(String kind) {
        var webhook = make(NEW_CATEGORIES);
        var decoy = new Receiver();
        receiver.behaves(switch (kind) {
            case "hang" -> exchange -> Thread.sleep(4_000);
            case "reset" -> exchange -> {
                exchange.close();
            };
            case "redirect" -> exchange -> {
                exchange.getResponseHeaders().set("Location", decoy.url());
                exchange.sendResponseHeaders(307, -1);
            };
            default -> exchange -> {
                exchange.sendResponseHeaders(500, 10_000_000);
                exchange.getResponseBody().write(new byte[10_000_000]);
            };
        });
        var slug = change();
        await().until(() -> deliveries(webhook).size() > 0);

        receiver.answers(204);

        await().until(() -> deliveries(webhook).get(0).get("success").equals(true));
        var log = deliveries(webhook);
        assertThat(log.get(log.size() - 1)).containsEntry("success", false).containsKey("error");
        assertThat(log).extracting(delivery -> delivery.get("messageId")).containsOnly(log.get(0).get("messageId"));
        assertThat(receiver.all()).last().satisfies(message -> assertThat(message.json().at("/data/slug").asText())
                .isEqualTo(slug));
        assertThat(decoy.all()).isEmpty();
        decoy.close();
    }

    @Test
    void filtersLeaveOutWhatWasNotAskedFor() {
        var wanted = category("gewollt-" + UUID.randomUUID());
        make(Map.of("categories", List.of(wanted), "events", List.of("article.published")));
        category("anders");
        publish("anders", "Ungewollt");
        var id = publish(Callers.as("admin").get("/v1/categories/" + wanted).jsonPath().getString("slug"), "Gewollt");

        var messages = awaitMessages(1);

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).json().at("/data/id").asText()).isEqualTo(id);
    }

    /** An article that leaves a site ends there, although it goes on elsewhere. */
    @Test
    void aWebhookOfASiteHearsOfThatSiteAlone() {
        var here = site();
        var there = site();
        make(Map.of("sites", List.of(here)));
        var elsewhere = publishAt(there);
        var both = publishAt(here, there);
        var path = "/v1/editorial/articles/" + both;
        var saved = Callers.as("admin").contentType("application/json")
                .header("If-Match", Callers.as("admin").get(path).header("ETag"))
                .body(Map.of("placements", placements(there))).patch(path).then().statusCode(200).extract();
        Callers.as("admin").header("If-Match", saved.header("ETag")).post(path + "/publish").then().statusCode(200);

        var messages = awaitMessages(2);

        assertThat(messages).extracting(message -> message.json().at("/data/id").asText()).containsOnly(both)
                .doesNotContain(elsewhere);
        assertThat(messages).extracting(message -> message.json().path("type").asText()).containsExactly("article.published",
                "article.unpublished");
    }

    private static String site() {
        var slug = "w" + UUID.randomUUID();
        site(slug);
        Callers.as("admin").contentType("application/json").body(Map.of("slug", "haken", "name", "Haken"))
                .post("/v1/editorial/categories?site=" + slug).then().statusCode(201);
        return slug;
    }

    private static void site(String slug) {
        Callers.as("admin").contentType("application/json")
                .body(Map.of("slug", slug, "name", slug, "language", "de", "url", "https://" + slug + ".example.org"))
                .post("/v1/editorial/sites").then().statusCode(201);
    }

    private static List<Map<String, String>> placements(String... sites) {
        return Stream.of(sites).map(site -> Map.of("site", site, "category", "haken")).toList();
    }

    private static String publishAt(String... sites) {
        var draft = Callers.as("admin").contentType("application/json")
                .body(Map.of("headline", "Haken", "placements", placements(sites))).post("/v1/editorial/articles").then()
                .statusCode(201).extract();
        Callers.as("admin").header("If-Match", draft.header("ETag"))
                .post("/v1/editorial/articles/" + draft.path("id") + "/publish").then().statusCode(200);
        return draft.path("id");
    }

    @Test
    void bothSecretsSignDuringTheOverlap() {
        var webhook = make(Map.of());
        var next = Callers.as("admin").post(WEBHOOKS + "/" + webhook.id + "/rotate-secret").then().statusCode(200).extract()
                .<String> path("secret");
        assertThat(next).startsWith("whsec_").isNotEqualTo(webhook.secret);

        post(webhook, "/ping").statusCode(200).body("success", equalTo(true)).body("status", equalTo(204))
                .body("type", equalTo("ping"));

        var ping = receiver.all().stream().filter(message -> message.json().path("type").asText().equals("ping")).findFirst()
                .orElseThrow();
        assertThat(ping.isSignedWith(webhook.secret)).isTrue();
        assertThat(ping.isSignedWith(next)).isTrue();
    }

    /** Two versions may run side by side: each node signs with a secret that was replaced at a node of the other one. */
    @Test
    void theFormerSecretOfAnOlderNodeSigns() {
        var webhook = make(Map.of());
        rotate(webhook);
        var former = jdbi.withHandle(handle -> handle.createQuery("select former_secret from webhook where id = :id")
                .bind("id", UUID.fromString(webhook.id)).mapTo(String.class).one());
        assertThat(former).isEqualTo(webhook.secret);

        jdbi.useHandle(handle -> handle.execute("delete from webhook_former_secret where webhook_id = ?",
                UUID.fromString(webhook.id)));

        assertThat(signers(webhook, webhook.secret)).containsExactly(webhook.secret);
    }

    @Test
    void everySecretSignsUntilItsEndHoweverOftenItIsReplaced() {
        var webhook = make(Map.of());
        var clock = SettableClock.install();
        clock.advance(Duration.ofHours(1));
        var second = rotate(webhook);
        clock.advance(Duration.ofHours(1));
        var third = rotate(webhook);

        assertThat(signers(webhook, webhook.secret, second, third)).containsExactly(webhook.secret, second, third);
        clock.advance(Duration.ofMinutes(23 * 60 + 1));
        assertThat(signers(webhook, webhook.secret, second, third)).containsExactly(second, third);
        clock.advance(Duration.ofHours(1));
        assertThat(signers(webhook, webhook.secret, second, third)).containsExactly(third);
    }

    @Test
    void aSecretCanAlwaysBeReplacedAndTheOldestGivesWay() {
        var webhook = make(Map.of());
        var clock = SettableClock.install();
        var second = rotate(webhook);
        for (var number = 0; number < 8; number++) {
            clock.advance(Duration.ofMinutes(1));
            rotate(webhook);
        }
        assertThat(signers(webhook, webhook.secret, second)).containsExactly(webhook.secret, second);

        clock.advance(Duration.ofMinutes(1));
        var last = rotate(webhook);

        assertThat(signers(webhook, webhook.secret, second, last)).containsExactly(second, last);
    }

    private static String rotate(Made webhook) {
        return post(webhook, "/rotate-secret").statusCode(200).extract().path("secret");
    }

    /** Those of the secrets that sign the next ping. */
    private List<String> signers(Made webhook, String... secrets) {
        post(webhook, "/ping").statusCode(200);
        var ping = receiver.all().get(receiver.all().size() - 1);
        return Stream.of(secrets).filter(ping::hasSignatureBy).toList();
    }

    /** Such a message was tried again every few seconds, for ever, and left no trace. */
    @Test
    void aMessageThatCannotBeSentIsAFailedDelivery() {
        var webhook = make(NEW_CATEGORIES);
        jdbi.useHandle(handle -> handle.execute("update webhook set secret = 'whsec_?' where url = ?", receiver.url()));

        change();

        awaitFailures(webhook, 1);
        get(webhook).body("state", equalTo("failing"));
        assertThat(deliveries(webhook).get(0)).containsEntry("error", "the message could not be sent");
    }

    @Test
    void aDeliveryCanBeSentAgainUnderItsId() {
        var webhook = make(NEW_CATEGORIES);
        change();
        awaitMessages(1);
        await().until(() -> deliveries(webhook).size() == 1);

        post(webhook, "/deliveries/1/redeliver").statusCode(200).body("number", equalTo(2)).body("success", equalTo(true));

        assertThat(receiver.all()).hasSize(2);
        assertThat(receiver.all().get(1).id()).isEqualTo(receiver.all().get(0).id());
        assertThat(receiver.all().get(1).body()).isEqualTo(receiver.all().get(0).body());
        post(webhook, "/deliveries/99/redeliver").statusCode(404);
        var page = Callers.as("admin").get(WEBHOOKS + "/" + webhook.id + "/deliveries?limit=1").then().statusCode(200)
                .body("items.number", contains(2)).extract().<String> path("page.next");
        Callers.as("admin").get(page).then().statusCode(200).body("items.number", contains(1)).body("page.next", nullValue());
    }

    @Test
    void aPingCanBeSentAgainUnderItsId() {
        var webhook = make(NEW_CATEGORIES);
        post(webhook, "/ping").statusCode(200);

        post(webhook, "/deliveries/1/redeliver").statusCode(200).body("type", equalTo("ping"));
        post(webhook, "/deliveries/2/redeliver").statusCode(200);

        assertThat(receiver.all()).hasSize(3).extracting(Receiver.Received::id, Receiver.Received::body).containsOnly(
                tuple(receiver.all().get(0).id(), receiver.all().get(0).body()));
    }

    @Test
    void aReceiverThatIsGoneIsDisabledUntilSomebodyEnablesIt() {
        var webhook = make(NEW_CATEGORIES);
        receiver.answers(410);
        change();
        await().until(() -> get(webhook).extract().path("state").equals("disabled"));
        get(webhook).body("reason", containsString("410"));
        var asked = receiver.all().size();
        var slug = change();

        receiver.answers(204);
        assertThat(receiver.all()).hasSize(asked);
        post(webhook, "/enable").statusCode(200).body("state", equalTo("active"));

        await().until(() -> receiver.all().stream().anyMatch(message -> message.body().contains(slug)));
    }

    /** The clock stands still, so that no pause ends by itself. */
    @Test
    void enablingEndsThePauseOfAFailingWebhook() {
        var webhook = make(NEW_CATEGORIES);
        receiver.answers(503);
        SettableClock.install();
        change();
        awaitFailures(webhook, 1);
        receiver.answers(204);

        post(webhook, "/enable").statusCode(200).body("state", equalTo("active"));

        await().until(() -> deliveries(webhook).get(0).get("success").equals(true));
    }

    @Test
    void aDayOfFailuresDisablesTheWebhookAndLosesNothing() {
        var webhook = make(NEW_CATEGORIES);
        receiver.answers(503);
        var clock = SettableClock.install();
        var slugs = new ArrayList<>(List.of(change()));
        awaitFailures(webhook, 1);
        clock.advance(Duration.ofHours(23));
        slugs.add(change());
        awaitFailures(webhook, 2);

        clock.advance(Duration.ofHours(2));
        slugs.add(change());

        await().until(() -> get(webhook).extract().path("state").equals("disabled"));
        get(webhook).body("reason", containsString("Failed since"));
        receiver.answers(204);
        post(webhook, "/enable").statusCode(200);
        await().until(() -> taken(slugs).equals(slugs));
    }

    /** The receiver has the message before the service stores the failure, and the next attempt counts from that moment. */
    private static void awaitFailures(Made webhook, int count) {
        await().until(() -> get(webhook).extract().path("state").equals("failing")
                && get(webhook).extract().<Integer> path("failures") == count);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://10.0.0.1/", "https://169.254.169.254/latest/meta-data", "http://[fd00::1]/",
            "http://0.0.0.0:8080/", "http://[::ffff:10.0.0.1]/", "http://2130706433/", "http://100.64.0.1/",
            "ftp://example.org/",
            "http://user:secret@127.0.0.1/", "http://[64:ff9b::10.0.0.1]/", "http://no-such-host.invalid/" })
    void targetsThatAreNotPublicAreRefused(String url) {
        Callers.as("admin").contentType("application/json").body(Map.of("url", url)).post(WEBHOOKS).then().statusCode(400)
                .body("errors.pointer", contains("/url"));
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        Callers.as("admin").contentType("application/json")
                .body(Map.of("events", List.of("article.updated", "article.publishd", "x"), "sites", List.of("nirgends"),
                        "categories", List.of("x"), "secret", "mine"))
                .post(WEBHOOKS).then().statusCode(400)
                .body("errors.pointer.sort()", contains("/categories/0", "/events/1", "/events/2", "/secret", "/sites/0",
                        "/url"))
                .body("errors.find { it.pointer == '/events/1' }.detail", containsString("article.published"));
    }

    @Test
    void aWebhookIsReadChangedAndRemovedAndItsSecretIsShownOnce() {
        var webhook = make(Map.of("description", "Erst"));
        get(webhook).body("description", equalTo("Erst")).body("secret", nullValue()).body("events", equalTo(List.of()));

        Callers.as("admin").contentType("application/merge-patch+json")
                .body(Map.of("description", "Dann", "events", List.of("article.withdrawn"))).patch(WEBHOOKS + "/" + webhook.id)
                .then().statusCode(200).body("description", equalTo("Dann")).body("events", contains("article.withdrawn"))
                .body("url", equalTo(receiver.url()));
        Callers.as("admin").contentType("application/json").body(Map.of("url", "http://10.1.1.1/"))
                .patch(WEBHOOKS + "/" + webhook.id).then().statusCode(400);

        Callers.as("admin").get(WEBHOOKS + "?limit=1").then().statusCode(200).body("items.id", contains(webhook.id));
        Callers.as("admin").delete(WEBHOOKS + "/" + webhook.id).then().statusCode(204);
        made.remove(webhook.id);
        get(webhook, 404);
        Callers.as("editor").get(WEBHOOKS).then().statusCode(403);
    }

    private record Made(String id, String secret) {
    }

    private Made make(Map<String, Object> form) {
        var whole = new HashMap<>(form);
        whole.put("url", receiver.url());
        var answer = Callers.as("admin").contentType("application/json").body(whole).post(WEBHOOKS).then().statusCode(201)
                .extract();
        made.add(answer.path("id"));
        return new Made(answer.path("id"), answer.path("secret"));
    }

    private List<Receiver.Received> awaitMessages(int count) {
        await().until(() -> receiver.all().size() >= count);
        return receiver.all();
    }

    private static ValidatableResponse get(Made webhook) {
        return get(webhook, 200);
    }

    private static ValidatableResponse get(Made webhook, int status) {
        return Callers.as("admin").get(WEBHOOKS + "/" + webhook.id).then().statusCode(status);
    }

    private static ValidatableResponse post(Made webhook, String action) {
        return Callers.as("admin").post(WEBHOOKS + "/" + webhook.id + action).then();
    }

    private static List<Map<String, Object>> deliveries(Made webhook) {
        return Callers.as("admin").get(WEBHOOKS + "/" + webhook.id + "/deliveries").jsonPath().getList("items");
    }

    private static String change() {
        var slug = "w" + UUID.randomUUID();
        Callers.as("admin").contentType("application/json").body(Map.of("slug", slug, "name", "Haken"))
                .post("/v1/editorial/categories?site=" + SITE).then().statusCode(201);
        return slug;
    }

    private static String category(String slug) {
        Newsroom.ensureCategory(slug, "Haken");
        return Callers.as("admin").get("/v1/categories/" + slug).jsonPath().getString("id");
    }

    private static String publish(String category, String headline) {
        var draft = Callers.as("admin").contentType("application/json").body(Map.of("headline", headline, "category", category))
                .post("/v1/editorial/articles").then().statusCode(201).extract();
        Callers.as("admin").header("If-Match", draft.header("ETag"))
                .post("/v1/editorial/articles/" + draft.path("id") + "/publish").then().statusCode(200);
        return draft.path("id");
    }
}
