package org.depesche.content.article.rendered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.cache.ResponseCache;
import org.jdbi.v3.core.Jdbi;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** Reads without the response cache, with and without stored renderings. */
@ApplicationScoped
public class StoredRenderings {

    private static final long TIMEOUT_MILLIS = 120_000;

    private final BackgroundRenderer background;
    private final RenderedItemCache memory;
    private final ResponseCache cache;
    private final MeterRegistry metrics;
    private final Jdbi jdbi;

    StoredRenderings(BackgroundRenderer background, RenderedItemCache memory, ResponseCache cache, MeterRegistry metrics,
            Jdbi jdbi) {
        this.background = background;
        this.memory = memory;
        this.cache = cache;
        this.metrics = metrics;
        this.jdbi = jdbi;
    }

    /** What a client sees of a response. */
    public record Answer(int status, String body, Map<String, String> headers, Set<String> tags) {

        private static final List<String> HEADERS = List.of("ETag", "Last-Modified", "Vary", "Cache-Control", "Link",
                "Content-Type", "Location", "tdm-reservation", "tdm-policy", "Content-Signal");

        static Answer of(Response response) {
            var headers = new TreeMap<String, String>();
            HEADERS.forEach(name -> headers.put(name, String.valueOf(response.header(name))));
            // the id of the request is another one each time
            return new Answer(response.statusCode(), response.asString().replaceAll("\"traceId\":\"[^\"]*\"", ""), headers,
                    Stream.ofNullable(response.header("Surrogate-Key")).flatMap(tags -> Stream.of(tags.split(" ")))
                            .collect(Collectors.toSet()));
        }

        void assertEqual(Answer other, String description) {
            assertThat(other.status).as(description).isEqualTo(status);
            assertThat(other.body).as(description).isEqualTo(body);
            assertThat(other.headers).as(description).isEqualTo(headers);
            assertThat(other.tags).as(description).isEqualTo(tags);
        }
    }

    /** Waits until everything is stored that was read. */
    public void await() {
        var end = System.currentTimeMillis() + TIMEOUT_MILLIS;
        while (background.waiting() > 0) {
            assertThat(System.currentTimeMillis()).as("renderings wait for ever").isLessThan(end);
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The answer as it is rendered from what was published. */
    Answer rendered(String address) {
        evict(get(address));
        await();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.execute("delete from rendered_article")));
        memory.clear();
        var before = count("stored");
        var answer = getPastCache(address);
        assertThat(count("stored")).isEqualTo(before);
        await();
        return answer;
    }

    /** The response without the response cache. */
    Answer read(String address) {
        evict(get(address));
        return getPastCache(address);
    }

    /** Removes what the response cache knows of a response. */
    public void evict(Response response) {
        Stream.ofNullable(response.header("Surrogate-Key")).flatMap(tags -> Stream.of(tags.split(" "))).map(CacheTag::new)
                .forEach(tag -> cache.evict(List.of(tag)));
    }

    private static Answer getPastCache(String address) {
        var response = get(address);
        assertThat(String.valueOf(response.header("Cache-Status"))).doesNotContain("hit");
        return Answer.of(response);
    }

    private static Response get(String address) {
        return RestAssured.given().urlEncodingEnabled(false).redirects().follow(false).get(address);
    }

    /** How many articles were shown as they were stored, or rendered. */
    double count(String result) {
        return metrics.counter(RenderedArticleMetrics.READS, "result", result).count();
    }

    /** The rows of an article. */
    long rows(String article) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle
                        .createQuery("select count(*) from rendered_article where card like :id")
                        .bind("id", "{\"id\":\"" + article + "\"%").mapTo(Long.class).one()));
    }
}
