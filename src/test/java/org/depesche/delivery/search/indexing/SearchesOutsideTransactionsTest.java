package org.depesche.delivery.search.indexing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.delivery.search.index.ArticleIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** A slow index must not use up the connections of the database: no search or suggestion asks it in a transaction. */
@QuarkusTest
class SearchesOutsideTransactionsTest {

    private static final Set<String> SEARCHES = Set.of("search", "suggest");

    @Inject
    CurrentIndex index;

    @Inject
    TransactionSynchronizationRegistry registry;

    private final String word = "kran" + Long.toString(System.nanoTime(), 36);

    @ParameterizedTest
    @ValueSource(strings = { "/v1/suggest?q=WORD", "/v1/search?q=WORD" })
    void theIndexIsAskedWithoutATransaction(String address) {
        var statuses = statusesOfSearches(() -> given().get(address.replace("WORD", word)).then().statusCode(200));

        assertThat(statuses).isNotEmpty().containsOnly(Status.STATUS_NO_TRANSACTION);
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
