package org.depesche.content.category;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.testkit.DatabaseCostMeter;
import org.depesche.testkit.FakeArticleCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CategoriesResourceTest {

    @Inject
    CategoryEditor editor;

    @Inject
    Sites sites;

    @Inject
    FakeArticleCounts uses;

    @Inject
    DatabaseCostMeter meter;

    private final String mark = "q" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theTreeIsSortedByPositionThenByGermanName() {
        var top = make("Oben", null, 0);
        make("Zoo", top, 1);
        make("Ufer", top, 2);
        make("Äcker", top, 2);
        make("Auen", top, 2);

        var tree = get("/v1/categories").then().statusCode(200).extract().jsonPath();

        assertThat(tree.<String> getList("items.find { it.id == '%s' }.children.slug".formatted(top.id())))
                .containsExactly("zoo-" + mark, "aecker-" + mark, "auen-" + mark, "ufer-" + mark);
    }

    @Test
    void theFlatListHasParentsFirst() {
        var top = make("Haus", null, 0);
        make("Zimmer", top, 0);

        var flat = get("/v1/categories?flat=true").then().statusCode(200).extract().jsonPath();

        var slugs = flat.<String> getList("items.slug");
        assertThat(slugs.indexOf("haus-" + mark)).isLessThan(slugs.indexOf("zimmer-" + mark));
        assertThat(flat.getString("items.find { it.slug == 'zimmer-%s' }.parent".formatted(mark))).isEqualTo("haus-" + mark);
        assertThat(flat.<Map<String, Object>> get("items.find { it.slug == 'haus-%s' }".formatted(mark)))
                .doesNotContainKeys("parent", "children", "latest", "url", "description").containsEntry("articleCount", 0);
    }

    @Test
    void aCategoryHasItsPathItsCountAndItsChildren() {
        var top = make("Land", null, 0);
        var middle = make("Kreis", top, 0);
        var bottom = make("Stadt", middle, 0);
        uses.category(middle.id(), 7);
        uses.category(bottom.id(), 4);

        get("/v1/categories/" + middle.id()).then().statusCode(200).body("slug", equalTo(middle.slug()))
                .body("articleCount", equalTo(7)).body("path.slug", contains(top.slug(), middle.slug()))
                .body("children.slug", contains(bottom.slug())).body("children[0].articleCount", equalTo(4))
                .body("children[0].children", empty()).body("$", not(hasKey("latest")));
    }

    @Test
    void theNewestArticlesAreIncludedOnRequest() {
        var top = make("Leer", null, 0);

        get("/v1/categories?include=latest&latestLimit=3").then().statusCode(200)
                .body("items.find { it.id == '%s' }.latest".formatted(top.id()), empty());
        get("/v1/categories?latestLimit=3").then().statusCode(400).body("errors.parameter", contains("latestLimit"));
    }

    @Test
    void everyErrorIsReported() {
        get("/v1/categories?site=nowhere&flat=yes&include=body&latestLimit=21").then().statusCode(400)
                .body("errors.parameter", hasItems("site", "flat", "include", "latestLimit"));
    }

    @Test
    void anUnknownCategoryIsNotFound() {
        get("/v1/categories/nirgends-" + mark).then().statusCode(404);
        get("/v1/categories/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theResponseHasItsCacheTags() {
        var top = make("Spur", null, 0);

        get("/v1/categories").then().header("Surrogate-Key", containsString("list:all")).header("ETag", notNullValue())
                .header("Cache-Control", containsString("public"));
        get("/v1/categories/" + top.slug()).then()
                .header("Surrogate-Key", containsString("category:" + Uuid7.compact(top.id())));
    }

    @Test
    void aTreeOfAnySizeTakesTheSameStatements() {
        make("Eins", null, 0);
        get("/v1/categories").then().statusCode(200);
        var few = meter.minimumStatements(() -> get("/v1/categories").then().statusCode(200));

        for (var at = 0; at < 20; at++) {
            make("Viele " + at, null, 0);
        }
        get("/v1/categories").then().statusCode(200);
        var many = meter.minimumStatements(() -> get("/v1/categories").then().statusCode(200));

        // the log's position and the sizes of the lists; the categories are cached
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(3);
    }

    private Category make(String name, @Nullable Category parent, int position) {
        var form = new CategoryForm(Slug.from(name, "x") + "-" + mark, name,
                parent == null ? null : parent.id(), null, null, null, position, MachineUse.NONE);
        return QuarkusTransaction.requiringNew().call(() -> editor.create(sites.defaultSite(), form));
    }
}
