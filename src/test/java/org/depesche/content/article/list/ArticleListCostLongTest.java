package org.depesche.content.article.list;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.testkit.DatabaseCostMeter;
import org.depesche.testkit.DatabaseCostMeter.Cost;
import org.depesche.testkit.ThirdProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

/**
 * The cost of a request, in statements and in rows that the server reads for its session, with 100,000 skewed articles:
 * many in one category, most of one type, a tenth updated years later, forty on each day.
 */
@QuarkusTest
@TestProfile(ThirdProfile.class)
class ArticleListCostLongTest {

    private static final int LIMIT = 15;
    private static final int BUDGET = 4 * (LIMIT + 1);
    /** 100,000 articles at forty a day, and the rows that name, group and return them. */
    private static final int MONTHS = 6 * 83;
    private static final List<String> FILTERS = List.of("", "category=kosten-0", "category=kosten-19", "tag=kosten-0",
            "author=kosten-0", "type=news", "type=opinion", "language=de", "language=en", "hasImage=true", "hasImage=false",
            "advertising=only", "advertising=exclude");
    private static final List<String> RANGES = List.of("from=2016-03-01", "before=2016-03-01",
            "from=2016-03-01&before=2018-03-01");
    private static final List<String> SORTS = List.of("-publishedAt", "publishedAt", "-updatedAt", "updatedAt");

    @Inject
    DatabaseCostMeter meter;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aHundredThousandArticles() {
        QuarkusTransaction.requiringNew().timeout(300).run(() -> SkewedCorpus.ensure(jdbi));
    }

    @Test
    void eachFilterInEachOrderReadsFourRowsAnItemAtMostAtAnyDepth() {
        var dear = new ArrayList<String>();
        for (var filter : FILTERS) {
            for (var sort : SORTS) {
                addDear(dear, filter, sort, BUDGET);
            }
        }
        for (var range : RANGES) {
            addDear(dear, range, "-publishedAt", BUDGET);
            addDear(dear, range, "publishedAt", BUDGET);
        }

        assertThat(dear).as("more than %d rows", BUDGET).isEmpty();
    }

    @Test
    void anyOfReadsItsShareOfEveryList() {
        var categories = IntStream.range(0, 10).mapToObj(number -> "kosten-" + number).toList();
        var dear = new ArrayList<String>();

        addDear(dear, "category=" + String.join(",", categories), "-publishedAt", categories.size() * (LIMIT + 1) + BUDGET);

        assertThat(dear).isEmpty();
    }

    @Test
    void aCombinationIsWalkedFromItsRarestMember() {
        assertThat(cost("tag=kosten-999&type=news&language=de").rows()).isLessThanOrEqualTo(4 * SkewedCorpus.RARE + BUDGET);
    }

    @Test
    void anyOfBesideAnotherFilterIsLookedUpEntryByEntry() {
        var most = 2 * 4 * SkewedCorpus.RARE + BUDGET;

        assertThat(cost("tag=kosten-999&category=kosten-0,kosten-1&total=true").rows()).isLessThanOrEqualTo(most);
        assertThat(cost("tag=kosten-999&type=news,feature&language=de&total=true").rows()).isLessThanOrEqualTo(most);
    }

    @Test
    void aRangeOfPublicationInTheOrderOfUpdateIsMergedFromItsMonths() {
        var months = 3;

        assertThat(cost("from=2016-03-01&before=2016-06-01&sort=-updatedAt").rows())
                .isLessThanOrEqualTo(4 * months * (LIMIT + 1) + BUDGET);
    }

    /** For each article of the rarest filter: its entry, its month's sum, and a probe of each other list. */
    @Test
    void theArchiveReadsEachEntryOfItsRarestFilterOnce() {
        for (var filter : FILTERS.stream().skip(1).toList()) {
            assertThat(archiveRows(filter)).as(filter).isLessThanOrEqualTo(2 * articles(filter) + BUDGET);
            for (var other : List.of("type=news", "language=de", "hasImage=true", "category=kosten-0,kosten-1")) {
                var lists = other.contains(",") ? 4 : 3;
                var rarest = Math.min(articles(filter), articles(other));
                if (!filter.split("=")[0].equals(other.split("=")[0])) {
                    assertThat(archiveRows(filter + "&" + other)).as(filter + "&" + other)
                            .isLessThanOrEqualTo(lists * rarest + BUDGET);
                }
            }
        }
    }

    private long archiveRows(String query) {
        return meter.measure(() -> archive(query)).rows() - MONTHS;
    }

    private static long articles(String query) {
        return archive(query).getList("items.count", Long.class).stream().mapToLong(Long::longValue).sum();
    }

    private static JsonPath archive(String query) {
        return given().get("/v1/archive?site=" + SkewedCorpus.SITE + "&" + query).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheItems() {
        assertThat(cost("limit=100").statements()).isLessThanOrEqualTo(2);
        assertThat(cost("limit=2").statements()).isLessThanOrEqualTo(2);
        assertThat(cost("category=kosten-0&limit=2").statements()).isLessThanOrEqualTo(2);
        assertThat(cost("category=kosten-0&limit=2&before=1950-01-01").statements()).isLessThanOrEqualTo(2);
        assertThat(cost("limit=100&view=full").statements()).isLessThanOrEqualTo(6);
    }

    @Test
    void anArticleWithoutRelationsIsReadWithOneStatement() {
        var slug = given().get(url("limit=1")).then().extract().<String> path("items[0].slug");
        var address = "/v1/articles/" + slug + "?site=" + SkewedCorpus.SITE;
        given().get(address).then().statusCode(200);

        assertThat(meter.measure(() -> given().get(address).then().statusCode(200)).statements()).isOne();
    }

    private void addDear(List<String> dear, String filter, String sort, int budget) {
        var first = filter + "&sort=" + sort;
        var deep = first + "&cursor=" + deepCursor(first);
        for (var query : List.of(first, deep)) {
            var rows = cost(query).rows();
            if (rows > budget || rows < LIMIT) {
                dear.add(query + ": " + rows);
            }
        }
    }

    /** A cursor after some hundred articles, or at the end of a shorter list. */
    private static String deepCursor(String query) {
        var cursor = "";
        for (var page = 0; page < 5; page++) {
            var next = given().urlEncodingEnabled(false).get(url(query + "&limit=100&fields=id" + cursor)).then()
                    .statusCode(200)
                    .extract()
                    .jsonPath().getString("page.next");
            if (next == null) {
                break;
            }
            cursor = "&cursor=" + next.replaceFirst(".*[?&]cursor=([^&]+).*", "$1");
        }
        return cursor.replace("&cursor=", "");
    }

    @Test
    void onlyListsThatLeaveVersionsOutProbeForThem() {
        var versions = 7 * (LIMIT + 1);
        var elsewhere = List.of("category=kosten-19", "tag=kosten-0", "tag=kosten-0&type=news");
        var before = elsewhere.stream().map(filter -> cost(filter).rows()).toList();
        SkewedCorpus.leaveOutNewest(jdbi, "kosten-0");
        try {
            var dear = new ArrayList<String>();
            addDear(dear, "category=kosten-0", "-publishedAt", versions);
            for (var filter : List.of("", "type=news", "hasImage=true")) {
                addDear(dear, filter, "-updatedAt", versions);
            }

            assertThat(dear).isEmpty();
            assertThat(elsewhere.stream().map(filter -> cost(filter).rows()).toList()).isEqualTo(before);
        } finally {
            SkewedCorpus.showAll(jdbi);
        }
    }

    /** The request is sent once before it is measured, so that names and images are cached. */
    private Cost cost(String query) {
        read(query);
        return meter.measure(() -> read(query));
    }

    private static void read(String query) {
        given().urlEncodingEnabled(false).get(url(query)).then().statusCode(200);
    }

    private static String url(String query) {
        return "/v1/articles?site=" + SkewedCorpus.SITE + (query.startsWith("&") || query.isEmpty() ? query : "&" + query);
    }
}
