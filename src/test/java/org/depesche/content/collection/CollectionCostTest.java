package org.depesche.content.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.collection.CollectionRequests.collectionForm;
import static org.depesche.content.collection.CollectionRequests.createCategory;
import static org.depesche.content.collection.CollectionRequests.createCollection;
import static org.depesche.content.collection.CollectionRequests.createDraft;
import static org.depesche.content.collection.CollectionRequests.createPublished;
import static org.depesche.content.collection.CollectionRequests.getEditorial;
import static org.depesche.content.collection.CollectionRequests.put;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.content.collection.CollectionRequests.CreatedArticle;
import org.depesche.testkit.DatabaseCostMeter;
import org.depesche.testkit.DatabaseCostMeter.Cost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** The cost of collections in statements and rows. */
@QuarkusTest
class CollectionCostTest {

    private static final int PIECES = 24;

    private String section = "";

    @Inject
    DatabaseCostMeter meter;

    @BeforeEach
    void aSection() {
        section = createCategory();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheArticles() {
        var small = createCollection("series", createPublished(section));
        var large = createCollection("series", pieces().toArray());
        for (var query : List.of("", "view=card", "view=full", "total=true")) {
            var few = cost("/v1/collections/" + small + "?limit=100&" + query);
            var many = cost("/v1/collections/" + large + "?limit=100&" + query);

            assertThat(many.statements()).as(query).isBetween(few.statements() - 1, few.statements() + 1).isLessThan(10);
        }
    }

    @Test
    void onlyThePageIsRead() {
        var slug = createCollection("list", pieces().toArray());

        // the member, its article (twice: membership and content) and its entry; the collection and the id of the list
        assertThat(cost("/v1/collections/" + slug + "?limit=5&view=card").rows()).isLessThan(4 * 6 + 10);
    }

    @Test
    void thePartsOfASeriesAreCountedOnce() {
        var list = createCollection("list", pieces().toArray());
        var series = createCollection("series", pieces().toArray());

        var rows = cost("/v1/collections/" + series + "?limit=100&view=full").rows();

        // and not once for each of its articles
        assertThat(rows).isLessThanOrEqualTo(cost("/v1/collections/" + list + "?limit=100&view=full").rows() + 10 * PIECES);
    }

    @Test
    void leavingACollectionOutReadsItsOwnArticlesAtMost() {
        var pieces = pieces();
        var slug = createCollection("list", pieces.subList(4, PIECES).toArray());

        var all = cost("/v1/articles?limit=4&view=card&category=" + section);
        var without = cost("/v1/articles?limit=4&view=card&category=" + section + "&excludeCollection=" + slug);

        assertThat(without.statements()).isLessThanOrEqualTo(all.statements() + 2);
        assertThat(without.rows()).isLessThanOrEqualTo(all.rows() + 3 * PIECES); // for each: its entry, its membership
    }

    @Test
    void savingTakesAsManyStatementsForManyAsForFew() {
        var pieces = pieces();
        var few = Long.MAX_VALUE;
        var many = Long.MAX_VALUE;
        for (var times = 0; times < 4; times++) { // the minimum, because background work of the service adds to the others
            var slug = createCollection("list", pieces.get(0));
            few = Math.min(few, saving(collectionForm(slug, "list", pieces.get(1), pieces.get(2)), slug));
            many = Math.min(many, saving(collectionForm(slug, "list", pieces.toArray()), slug));
            assertThat(getEditorial(slug).<List<String>> path("articles.id")).hasSize(PIECES);
        }

        assertThat(many).isEqualTo(few);
    }

    private long saving(Object form, String slug) {
        return meter.measure(() -> put(slug, "*", form).statusCode(200)).statements();
    }

    private List<CreatedArticle> pieces() {
        var pieces = new ArrayList<CreatedArticle>();
        for (var i = 0; i < PIECES; i++) {
            pieces.add(i % 6 == 5 ? createDraft(section) : createPublished(section));
        }
        return pieces;
    }

    /** The minimum of several runs, which excludes cold caches and background work of the service. */
    private Cost cost(String address) {
        return IntStream.range(0, 4)
                .mapToObj(time -> meter.measure(() -> RestAssured.get(address).then().statusCode(200)))
                .min(Comparator.comparingLong(Cost::statements).thenComparingLong(Cost::rows)).orElseThrow();
    }
}
