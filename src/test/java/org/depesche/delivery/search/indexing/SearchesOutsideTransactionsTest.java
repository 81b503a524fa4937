package org.depesche.delivery.search.indexing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** A slow index must not use up the connections of the database: no request asks it in a transaction. */
@QuarkusTest
class SearchesOutsideTransactionsTest {

    private static final String DESK = "/v1/editorial/articles";
    private static final Set<String> SEARCHES = Set.of("search", "suggest", "similar");

    @Inject
    CurrentIndex index;

    @Inject
    TransactionSynchronizationRegistry registry;

    @Inject
    Transactions transactions;

    @Inject
    Jdbi jdbi;

    private final String word = "kran" + Long.toString(System.nanoTime(), 36);

    @ParameterizedTest
    @ValueSource(
            strings = { "/v1/suggest?q=WORD", "/v1/search?q=WORD", "/feeds/search.json?q=WORD",
                    "/v1/articles/ID/related?strategy=similar", "/v1/articles/ID?include=related",
                    "/feeds/articles/ID/related.json" })
    void theIndexIsAskedWithoutATransaction(String address) {
        var article = publish();
        forgetSimilarArticles(article);

        var statuses = statusesOfSearches(
                () -> given().get(address.replace("WORD", word).replace("ID", article)).then().statusCode(200));

        assertThat(statuses).isNotEmpty().containsOnly(Status.STATUS_NO_TRANSACTION);
    }

    private String publish() {
        Newsroom.ensureCategory("suchwege", "Suchwege");
        var id = Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("category", "suchwege", "headline", "Ein " + word, "body", "<p>Der Hafen</p>")).post(DESK).then()
                .statusCode(201).extract().<String> path("id");
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", "*").body(Map.of())
                .post(DESK + "/" + id + "/publish").then().statusCode(200);
        return id;
    }

    /** Has similar articles stored, and marks them as those of another version, so that the index is asked again. */
    private void forgetSimilarArticles(String article) {
        given().get("/v1/articles/" + article + "/related?strategy=similar&limit=3").then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> markStored(UUID.fromString(article)) > 0);
    }

    private int markStored(UUID article) {
        return transactions.call(() -> jdbi.withHandle(handle -> handle
                .createUpdate("update similar_article set version = 0 where article_id = :id and not is_outdated")
                .bind("id", article).execute()));
    }

    private List<Integer> statusesOfSearches(Runnable request) {
        var real = index.current().orElseThrow();
        var statuses = new CopyOnWriteArrayList<Integer>();
        index.set((ArticleIndex) Proxy.newProxyInstance(ArticleIndex.class.getClassLoader(),
                new Class<?>[] { ArticleIndex.class }, (proxy, method, arguments) -> {
                    if (SEARCHES.contains(method.getName())) {
                        statuses.add(registry.getTransactionStatus());
                    }
                    return method.invoke(real, arguments);
                }));
        try {
            request.run();
        } finally {
            index.set(real);
        }
        return statuses;
    }
}
