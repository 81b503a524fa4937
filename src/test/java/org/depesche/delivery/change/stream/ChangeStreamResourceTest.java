package org.depesche.delivery.change.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.depesche.testkit.EventStreamClient;
import org.depesche.testkit.EventStreamClient.Event;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
class ChangeStreamResourceTest {

    private static final String STREAM = "/v1/changes/stream";

    @Test
    void nothingBetweenBuffersOrStoresOrCompressesTheStream() {
        try (var stream = open(STREAM, "Accept-Encoding", "gzip, br", "Origin", "https://partner.example")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.headers()).containsEntry("content-type", "text/event-stream;charset=UTF-8")
                    .containsEntry("cache-control", "no-store, no-transform").containsEntry("x-accel-buffering", "no")
                    .containsEntry("access-control-allow-origin", "*")
                    .containsKey("depesche-sequence").doesNotContainKeys("content-encoding", "etag", "content-length");
        }
    }

    @Test
    void anEventIsAnEntryOfTheLog() throws JsonProcessingException {
        var start = end();
        try (var stream = open(STREAM + "?since=" + start)) {
            change();
            var last = change();

            var events = stream.takeUntil(last);

            var entries = entriesUntil(last, start);
            assertThat(events).hasSizeGreaterThanOrEqualTo(2).extracting(Event::type).containsOnly("message");
            assertThat(ids(events)).isEqualTo(sequences(entries));
            assertThat(events).extracting(event -> json(event.data())).containsExactlyElementsOf(entries);
        }
    }

    @Test
    void aListenerWithoutAPositionGetsWhatHappensFromNowOn() throws JsonProcessingException {
        var before = end();
        var former = change();
        try (var stream = open(STREAM)) {
            var next = change();

            var events = stream.takeUntil(next);

            var entries = sequences(entriesUntil(next, before));
            assertThat(events).noneMatch(event -> event.data().contains(former));
            assertThat(ids(events)).isEqualTo(entries.subList(entries.size() - events.size(), entries.size()));
        }
    }

    @Test
    void aListenerThatLosesItsConnectionAgainAndAgainMissesNothing() throws JsonProcessingException {
        var start = end();
        var writer = new Thread(() -> LongStream.range(0, 60).forEach(number -> change()));
        writer.start();
        var seen = new ArrayList<Long>();
        var random = new Random(7);

        while (seen.size() < 60) {
            var last = seen.isEmpty() ? start : seen.get(seen.size() - 1);
            try (var stream = open(STREAM + "?since=0", "Last-Event-ID", "" + last)) {
                stream.take(Math.min(60 - seen.size(), 1 + random.nextInt(9)))
                        .forEach(event -> seen.add(Long.parseLong(event.id())));
            }
        }

        assertThat(seen).isEqualTo(sequences(items("/v1/changes?limit=60&since=" + start)));
    }

    /** How soon depends on the machine, and is measured by the benchmark. */
    @Test
    void everyChangeComesToTwoHundredListenersInOrder() throws JsonProcessingException {
        var listeners = new ArrayList<EventStreamClient>();
        try {
            IntStream.range(0, 200).forEach(number -> listeners.add(open(STREAM)));
            var start = end();

            IntStream.range(0, 4).forEach(number -> change());
            var last = change();

            var expected = sequences(entriesUntil(last, start));
            assertThat(expected).hasSizeGreaterThanOrEqualTo(5);
            assertThat(listeners).allSatisfy(listener -> assertThat(ids(listener.takeUntil(last))).endsWith(
                    expected.toArray(Long[]::new)));
        } finally {
            listeners.forEach(EventStreamClient::close);
        }
    }

    @Test
    void aListenerFarBehindGetsTheWholeLogInOrder() throws JsonProcessingException {
        var start = end();
        LongStream.range(0, 29).forEach(number -> change());
        var last = change();
        try (var stream = open(STREAM + "?since=0")) {
            var events = stream.takeUntil(last);

            assertThat(ids(events)).hasSizeGreaterThanOrEqualTo(30).isSorted().doesNotHaveDuplicates()
                    .endsWith(sequences(entriesUntil(last, start)).toArray(Long[]::new));
        }
    }

    @Test
    void filtersAreThoseOfTheLog() {
        try (var published = open(STREAM + "?type=article.published,article.withdrawn");
                var categories = open(STREAM + "?type=category.created&site=default")) {
            change();

            assertThat(json(categories.take(1).get(0).data()).path("type").asText()).isEqualTo("category.created");
            assertThat(published.rest()).extracting(event -> json(event.data()).path("type").asText())
                    .allMatch(type -> type.matches("article\\.(published|withdrawn)"));
        }
        var wrong = RawHttp.get(STREAM + "?type=article.publishd&site=nowhere&limit=1");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(RawHttp.text(wrong)).path("errors").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("type", "site", "limit");
    }

    @Test
    void aPositionThatTheLogDoesNotHaveExpiresOnce() {
        try (var lost = open(STREAM, "Last-Event-ID", "" + (end() + 1_000_000))) {
            var event = lost.take(1).get(0);

            assertThat(event.type()).isEqualTo("expired");
            assertThat(json(event.data()).path("export").asText()).endsWith("/v1/export?view=full");
            await().until(lost::hasEnded);
            assertThat(RawHttp.get(STREAM, "Last-Event-ID", event.id()).statusCode()).isEqualTo(204);
        }
        assertThat(RawHttp.get(STREAM, "Last-Event-ID", "4x").statusCode()).isEqualTo(400);
    }

    /** One position has one meaning, however a client follows the log. */
    @ParameterizedTest
    @CsvSource({ "0, 200, message", "1000000, 410, expired" })
    void pollingSaysOfAPositionWhatTheStreamSays(long beyondTheEnd, int status, String type) {
        var position = end() + beyondTheEnd;
        var polled = RawHttp.get("/v1/changes?since=" + position);
        try (var since = open(STREAM + "?since=" + position); var last = open(STREAM, "Last-Event-ID", "" + position)) {
            change();

            assertThat(polled.statusCode()).isEqualTo(status);
            assertThat(since.take(1).get(0).type()).isEqualTo(type);
            assertThat(last.take(1).get(0).type()).isEqualTo(type);
        }
        if (status == 410) {
            assertThat(json(RawHttp.text(polled)).path("type").asText()).isEqualTo("/problems/changes-expired");
            assertThat(json(RawHttp.text(polled)).path("detail").asText()).contains("export");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "4x", "-1", "1.5", "99999999999999999999", "undefined" })
    void whatIsNoPositionIsRefusedByBoth(String text) {
        assertThat(RawHttp.get("/v1/changes?since=" + text).statusCode()).isEqualTo(400);
        assertThat(RawHttp.get(STREAM + "?since=" + text).statusCode()).isEqualTo(400);
        assertThat(RawHttp.get(STREAM, "Last-Event-ID", text).statusCode()).isEqualTo(400);
    }

    @Test
    void headAndOptionsWorkAndOtherMethodsDoNot() {
        given().head(STREAM).then().statusCode(200).header("X-Accel-Buffering", "no");
        given().options(STREAM).then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        given().post(STREAM).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    private static EventStreamClient open(String path, String... headers) {
        return EventStreamClient.open(RestAssured.port, path, headers);
    }

    /** Creates a category, and returns its slug. */
    private static String change() {
        var slug = "s" + UUID.randomUUID();
        Newsroom.ensureCategory(slug, "Strom");
        return slug;
    }

    /** The entries after a position up to that of a category. Images of other tests may log changes at any time. */
    private static List<JsonNode> entriesUntil(String slug, long start) throws JsonProcessingException {
        var entries = items("/v1/changes?limit=100&since=" + start);
        var last = IntStream.range(0, entries.size()).filter(index -> entries.get(index).path("slug").asText().equals(slug))
                .findFirst().orElseThrow();
        return entries.subList(0, last + 1);
    }

    private static List<Long> sequences(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("sequence").asLong()).toList();
    }

    private static List<Long> ids(List<Event> events) {
        return events.stream().map(event -> Long.parseLong(event.id())).toList();
    }

    private static long end() {
        return Long.parseLong(given().get("/v1/changes?since=0&limit=1").header("Depesche-Sequence"));
    }

    private static List<JsonNode> items(String path) throws JsonProcessingException {
        var items = new ArrayList<JsonNode>();
        json(given().get(path).asString()).path("items").forEach(items::add);
        return items;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
