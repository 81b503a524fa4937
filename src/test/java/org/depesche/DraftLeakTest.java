package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.depesche.OpenApiOperations.Operation;
import org.depesche.testkit.Callers;
import org.depesche.testkit.RotatingSample;
import org.depesche.testkit.SecondProfile;
import org.junit.jupiter.api.Test;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/**
 * No word of what is not public, and no sentence behind the paywall, is in any public answer. Every route of the OpenAPI
 * document is read without a key, with every parameter and through all pages. A route or parameter that is added later is read
 * as well, or fails here.
 */
@QuarkusTest
@TestProfile(SecondProfile.class)
class DraftLeakTest {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern NEXT = Pattern.compile("\"next\": ?\"([^\"]+)\"");
    private static final Duration STREAM_TIME = Duration.ofSeconds(5);
    private static final Duration STREAM_PAUSE = Duration.ofMillis(500);
    /** What gives no answer here: there is no link to a working copy to be guessed. */
    private static final Set<String> WITHOUT_SUCCESS = Set.of("previewArticle");

    private final Set<String> hiddenIds = new HashSet<>();
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();
    private final AtomicInteger read = new AtomicInteger();
    private int turn;

    /** One answer's request: @param format as the document names it */
    private record PublicRequest(String operation, String parameter, String target, String format) {
    }

    /** As many are public. */
    int articles() {
        return 60;
    }

    /** Of the questions that ask the same parameter of the same operation, the first is asked and one of so many others. */
    int stride() {
        return 15;
    }

    /** The sentence is where it should be: readers who pay see it, and it is searched. */
    private void assertPaidSentenceIsDelivered() {
        var paid = "/v1/articles/" + DraftLeakNewsroom.PUBLIC_WORD + "-1";
        assertThat(leaksIn(Callers.as("admin").get(paid).asString(), paid)).contains("the paid sentence");
        assertThat(leaksIn(Callers.as("admin").get("/v1/search?q=zahlende").asString(), "")).contains("the paid sentence");
        assertThat(ask("/v1/search?q=zahlende", "application/json").body()).contains("\"id\"");
    }

    @Test
    void noPublicResponseContainsUnpublishedWords() {
        var hidden = DraftLeakNewsroom.create(articles());
        hidden.ids().forEach(id -> hiddenIds.add(id.toString()));
        assertThat(leaksIn(Callers.as("admin").get("/v1/editorial/articles?limit=100").asString(), ""))
                .anyMatch(leak -> leak.contains(DraftLeakNewsroom.HIDDEN_WORD))
                .anyMatch(leak -> leak.startsWith("the hidden id"));
        assertPaidSentenceIsDelivered();
        var questions = questions(hidden);
        stateMachineUse("{\"machineUse\": {\"aiInput\": \"licence\"}}");

        var leaks = ParallelRequests.mapInParallel(questions, this::readAllPages).stream().flatMap(List::stream).distinct()
                .limit(20).toList();
        stateMachineUse("{\"machineUse\": null}");

        assertThat(leaks).isEmpty();
        assertThat(unanswered(questions)).as("parameters that nothing was learned by").isEmpty();
        Log.infof("Read %d public answers to %d questions", read.get(), questions.size());
    }

    /** Without a policy there is no document about it. */
    private static void stateMachineUse(String patch) {
        var site = "/v1/editorial/sites/default";
        Callers.as("admin").contentType("application/json").header("If-Match", Callers.as("admin").get(site).header("ETag"))
                .body(patch).patch(site).then().statusCode(200);
    }

    private List<PublicRequest> questions(DraftLeakNewsroom.HiddenRefs hidden) {
        var api = OpenApiOperations.load();
        var reading = new PublicQueryGenerator(api);
        var images = DraftLeakNewsroom.allItems("/v1/images?limit=3").stream().limit(4).map(image -> image.path("id").asText())
                .toList();
        var all = new ArrayList<PublicRequest>();
        api.operations("get").stream().filter(operation -> !operation.path().startsWith("/v1/editorial/"))
                .forEach(operation -> {
                    assertThat(api.responseTypes(operation)).as("formats of " + operation.path()).isNotEmpty();
                    var places = PublicQueryGenerator.pathValues(operation, hidden, images);
                    reading.queries(operation)
                            .forEach((parameter, queries) -> formats(api, operation, parameter).forEach(format -> {
                                var targets = queries.stream().flatMap(query -> places.stream()
                                        .limit(parameter.isEmpty() ? places.size() : 4)
                                        .map(place -> target(operation, format, place, query, hidden))).toList();
                                sample(targets).forEach(target -> all
                                        .add(new PublicRequest(operation.id(), parameter, target, format)));
                            }));
                });
        var everything = "?include=body,bodyHtml,bodyText,related&relatedStrategy=curated";
        sample(IntStream.range(0, articles())
                .mapToObj(n -> "/v1/articles/" + DraftLeakNewsroom.PUBLIC_WORD + "-" + n + everything)
                .toList()).forEach(target -> all.add(new PublicRequest("getArticle", "", target, "application/json")));
        return all;
    }

    private List<String> sample(List<String> targets) {
        return Stream.concat(targets.stream().limit(1),
                RotatingSample.of(targets.stream().skip(1).toList(), stride(), turn++).stream()).toList();
    }

    /** The formats of a feed have the same articles, so that each parameter is tried in one of them. */
    private static List<String> formats(OpenApiOperations api, Operation operation, String parameter) {
        var all = api.responseTypes(operation);
        return operation.path().contains("{format}") && !parameter.isEmpty() ? all.subList(0, 1) : all;
    }

    private String target(Operation operation, String format, String place, String query,
            DraftLeakNewsroom.HiddenRefs hidden) {
        var ids = String.join(",", hidden.ids().stream().limit(100).map(Object::toString).toList());
        var isLong = operation.queryNames().contains("limit") && !query.contains("limit=") && !query.contains("ids=");
        var limit = isLong ? "&limit=" + Math.min(pageSize(), operation.path().endsWith("related") ? 50 : 100) : "";
        var extension = format.replaceFirst("application/", "").replaceFirst("\\+xml", "").replace("feed+", "");
        return OpenApiOperations.expandPath(operation.path().replace("{format}", extension), place)
                + (query + limit).replace("?&", "?").replace("{ids}", ids).replaceFirst("\\?$", "");
    }

    /** So many that a list of all public articles has a second page. */
    private int pageSize() {
        return articles() * 2 / 3;
    }

    /** What leaks, through all pages. */
    private List<String> readAllPages(PublicRequest question) {
        var leaks = new ArrayList<String>();
        var most = question.target().contains("limit=1&") || question.target().endsWith("limit=1") ? 3 : 1_000;
        var next = question.target();
        for (var page = 0; !next.isEmpty() && page < most; page++) {
            var answer = ask(next, question.format());
            read.incrementAndGet();
            if (answer.status() == 200) {
                answered.merge(question.operation() + " " + question.parameter(), 1, Integer::sum);
            }
            if (answer.status() >= 500) {
                leaks.add(answer.status() + " " + next);
            }
            leaksIn(answer.text(), next).forEach(leak -> leaks.add(leak + " at " + question));
            next = answer.isLastPage() ? "" : answer.next();
        }
        return leaks;
    }

    /** What the request itself says may come back in a refusal. */
    private List<String> leaksIn(String text, String target) {
        var said = text.toLowerCase(Locale.ROOT);
        var echoed = Stream.of(target.split("[/?&=,]")).filter(word -> word.contains(DraftLeakNewsroom.HIDDEN_WORD)).toList();
        for (var word : echoed) {
            said = said.replace(word, "");
        }
        if (target.contains("/v1/changes")) {
            // an entry tells where an article stood when it was public, whatever became of it
            said = said.replaceAll("\"(tags|authors)\":\\[[^]]*]", "");
        }
        var at = said.indexOf(DraftLeakNewsroom.HIDDEN_WORD);
        var leaks = new ArrayList<String>();
        if (at >= 0) {
            leaks.add("…" + said.substring(Math.max(0, at - 80), Math.min(said.length(), at + 60)) + "…");
        }
        if (said.replace("<mark>", "").replace("</mark>", "").contains(DraftLeakNewsroom.PAID_SENTENCE)) {
            leaks.add("the paid sentence");
        }
        if (!target.contains("/v1/changes")) {
            idsIn(said).filter(hiddenIds::contains).filter(id -> !target.contains(id)).findFirst()
                    .ifPresent(id -> leaks.add("the hidden id " + id));
        }
        return leaks;
    }

    /** What may be an id, by the version in its third group. A regular expression took far longer, as the texts are long. */
    private static Stream<String> idsIn(String text) {
        return IntStream.iterate(text.indexOf("-7"), at -> at >= 0, at -> text.indexOf("-7", at + 1))
                .filter(at -> at >= 13 && at + 23 <= text.length()).mapToObj(at -> text.substring(at - 13, at + 23));
    }

    private record PublicResponse(int status, String text, String body) {

        String next() {
            var found = NEXT.matcher(body);
            return found.find() ? found.group(1).replaceFirst("^https?://[^/]+", "") : "";
        }

        /** The change log always has one. */
        boolean isLastPage() {
            return status != 200 || body.contains("\"items\":[]");
        }
    }

    private static PublicResponse ask(String target, String format) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + target))
                .header("Accept", format).timeout(Duration.ofMinutes(2)).build();
        try {
            return format.equals("text/event-stream") ? stream(request) : whole(request);
        } catch (IOException e) {
            throw new AssertionError(target, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicResponse whole(HttpRequest request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        return new PublicResponse(answer.statusCode(), answer.headers().map() + answer.body(), answer.body());
    }

    /** What comes within some seconds, until nothing more comes. */
    private static PublicResponse stream(HttpRequest request) throws InterruptedException {
        var text = new StringBuffer();
        var coming = CLIENT.sendAsync(request, BodyHandlers.ofByteArrayConsumer(
                part -> part.ifPresent(bytes -> text.append(new String(bytes, StandardCharsets.UTF_8)))));
        var end = System.nanoTime() + STREAM_TIME.toNanos();
        for (var length = -1; !coming.isDone() && System.nanoTime() < end && (text.isEmpty() || text.length() > length);) {
            length = text.length();
            Thread.sleep(STREAM_PAUSE.toMillis());
        }
        coming.cancel(true);
        return new PublicResponse(text.isEmpty() ? 204 : 200, text.toString(), "\"items\":[]");
    }

    private List<String> unanswered(List<PublicRequest> questions) {
        var hasCollections = OpenApiOperations.load().operations("get").stream()
                .anyMatch(operation -> operation.path().equals("/v1/collections"));
        var asked = new TreeMap<String, PublicRequest>();
        questions.forEach(question -> asked.put(question.operation() + " " + question.parameter(), question));
        asked.values().removeIf(question -> WITHOUT_SUCCESS.contains(question.operation())
                || question.parameter().equals("excludeCollection") && !hasCollections);
        // what the desk or a strategy chose has no archive by month
        asked.keySet().removeAll(List.of("getCollectionFeed archive", "getRelatedFeed archive"));
        asked.keySet().removeAll(answered.keySet());
        return List.copyOf(asked.keySet());
    }
}
