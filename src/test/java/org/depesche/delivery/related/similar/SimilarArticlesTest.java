package org.depesche.delivery.related.similar;

import static io.restassured.RestAssured.given;
import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.content.article.rendered.StoredRenderings;
import org.depesche.content.site.Sites;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Similar articles are stored, hold exactly as far as they say, and never show what is not public now. */
@QuarkusTest
class SimilarArticlesTest {

    private static final String DESK = "/v1/editorial/articles";
    private static final long TIMEOUT_NANOS = 120_000_000_000L;

    @Inject
    SimilarArticleRepository repository;

    @Inject
    StoredSimilarArticlesRepository stored;

    @Inject
    SimilarArticleConfig config;

    @Inject
    Transactions transactions;

    @Inject
    Sites sites;

    @Inject
    MeterRegistry metrics;

    @Inject
    StoredRenderings renderings;

    private final String mine = "zs" + Long.toString(System.nanoTime(), 36);
    private final String category = "gemerkt-" + mine;
    private long last;

    @BeforeEach
    void aCategory() {
        Newsroom.ensureCategory(category, "Gemerkt");
    }

    @Test
    void aPublishedArticleIsAnsweredWithoutASearch() {
        var close = publish("Neues vom Hafen" + mine, Map.of());
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        awaitStored(article);
        var before = count("searched");

        assertThat(related(article, "?strategy=similar")).startsWith(close);
        assertThat(related(article, "?strategy=similar&limit=1")).containsExactly(close);

        assertThat(count("searched")).isEqualTo(before);
    }

    /** The first article has no change of its own. */
    @Test
    void aPublicationNearbyIsAddedInTheBackground() {
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        awaitStored(article);

        var close = publish("Neues vom Hafen" + mine, Map.of());
        awaitStored(article);
        var before = count("searched");

        assertThat(related(article, "?strategy=similar")).contains(close);
        assertThat(count("searched")).isEqualTo(before);
    }

    @Test
    void aReaderOfOwnWritesSeesAPublicationNearbyAtOnce() {
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        awaitStored(article);
        var close = publish("Neues vom Hafen" + mine, Map.of());

        assertThat(given().header("Depesche-Min-Sequence", last)
                .get("/v1/articles/" + article + "/related?strategy=similar").jsonPath().getList("items.id", String.class))
                .contains(close);
    }

    @Test
    void whatIsNotPublicNowIsNotShown() {
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        var close = publish("Neues vom Hafen" + mine, Map.of());
        var gone = publish("Altes vom Hafen" + mine, Map.of());
        var grief = publish("Trauer am Hafen" + mine, Map.of());
        var never = UUID.randomUUID().toString();
        write(article, List.of(gone, never, grief, close), Long.MAX_VALUE);
        assertThat(ids(article)).containsExactly(gone, grief, close);

        step(gone, "withdraw", Map.of("reason", "falsch", "notice", "Der Artikel war falsch."));
        edit(grief, Map.of("sensitive", true));
        write(article, List.of(gone, never, grief, close), Long.MAX_VALUE);

        assertThat(ids(article)).containsExactly(close);
    }

    @Test
    void advertisingIsNotShown() {
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        var paid = publish("Werbung vom Hafen" + mine, Map.of("advertising", Map.of("label", "Anzeige")));
        write(article, List.of(paid), Long.MAX_VALUE);

        assertThat(ids(article)).isEmpty();
    }

    @Test
    void aWithdrawnArticleLosesItsRow() {
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        awaitStored(article);

        step(article, "withdraw", Map.of("reason", "falsch", "notice", "Der Artikel war falsch."));

        assertThat(find(article)).isEmpty();
        write(article, List.of(), Long.MAX_VALUE);
        assertThat(find(article)).isEmpty();
    }

    /** What was searched before a change that was followed meanwhile may lack its effect. */
    @Test
    void aResultThatIsOlderThanWhatWasFollowedIsOutdated() {
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        awaitStored(article);

        write(article, List.of(), 0);

        assertThat(given().get("/v1/articles/" + article + "/related?strategy=similar").statusCode()).isEqualTo(200);
        awaitStored(article);
    }

    @Test
    void aReaderWhoAsksForMoreHasMoreStored() {
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        awaitStored(article);
        write(article, nCopies(config.size(), 0).stream().map(any -> UUID.randomUUID().toString()).toList(), Long.MAX_VALUE);
        assertThat(find(article).orElseThrow().has(config.size() + 1)).isFalse();
        var before = count("searched");

        given().get("/v1/articles/" + article + "/related?strategy=similar&limit=100").then().statusCode(200);

        assertThat(count("searched")).isEqualTo(before + 1);
        await(() -> find(article).orElseThrow().has(100));
    }

    @Test
    void similarArticlesThatChangeAreSearchedAgain() {
        var article = publish("Ein Kran am Hafen" + mine, Map.of());
        var close = publish("Neues vom Hafen" + mine, Map.of());
        awaitStored(article);
        assertThat(related(article, "?strategy=similar")).contains(close);

        edit(close, Map.of("headline", "Ganz anderes", "body", "<p>" + others() + "</p>"));
        awaitStored(article);

        assertThat(related(article, "?strategy=similar")).doesNotContain(close);
    }

    private UUID site() {
        return sites.defaultSite().id();
    }

    private void write(String article, List<String> hits, long sequence) {
        transactions.run(() -> repository.write(new FoundSimilarArticles(site(), UUID.fromString(article), sequence,
                config.size(),
                hits.stream().map(hit -> new SimilarHit(UUID.fromString(hit), 0.5, List.of("Hafen"), Set.of())).toList())));
    }

    private Optional<StoredSimilarArticles> find(String article) {
        return transactions.call(() -> stored.find(site(), UUID.fromString(article), 100));
    }

    private List<String> ids(String article) {
        return find(article).orElseThrow().hits().stream()
                .map(hit -> hit.article().toString()).toList();
    }

    /** Waits until the article's row holds at the last change. */
    private void awaitStored(String article) {
        await(() -> find(article)
                .filter(found -> !found.isOutdated() && found.sequence() >= last).isPresent());
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waits for ever").isLessThan(deadline);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A response that misses the cache. */
    private List<String> related(String article, String query) {
        var address = "/v1/articles/" + article + "/related" + query;
        renderings.evict(given().get(address));
        return new ArrayList<>(given().get(address).then().statusCode(200).extract().jsonPath().getList("items.id"));
    }

    private double count(String result) {
        return metrics.counter(SimilarArticleMetrics.READS, "result", result).count();
    }

    private String publish(String headline, Map<String, Object> more) {
        var article = new HashMap<String, Object>(
                Map.of("category", category, "headline", headline, "body", "<p>Der Kran" + mine + " " + others() + "</p>"));
        article.putAll(more);
        var id = Callers.as("admin").contentType(ContentType.JSON).body(article).post(DESK).then().statusCode(201).extract()
                .<String> path("id");
        step(id, "publish", Map.of());
        return id;
    }

    /** Words of no other article, without which articles with a common word would be versions of one story. */
    private static String others() {
        return IntStream.range(0, 5).mapToObj(any -> UUID.randomUUID().toString().replaceAll("[0-9-]", ""))
                .collect(joining(" "));
    }

    private void edit(String article, Map<String, Object> patch) {
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", "*").body(patch).patch(DESK + "/" + article).then()
                .statusCode(200);
        step(article, "publish", Map.of());
    }

    private void step(String article, String step, Map<String, Object> body) {
        last = Long.parseLong(Callers.as("admin").contentType(ContentType.JSON).header("If-Match", "*").body(body)
                .post(DESK + "/" + article + "/" + step).then().statusCode(200).extract().header("Depesche-Sequence"));
    }
}
