package org.depesche.content.image.published;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.content.image.ImageMetadata;
import org.depesche.content.image.ImageRegistrar;
import org.depesche.content.image.form.ImageFormReader;
import org.depesche.platform.json.JsonForm;
import org.depesche.testkit.DatabaseCostMeter;
import org.depesche.testkit.FakeArticleCounts;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ImagesResourceTest {

    @Inject
    ImageFormReader forms;

    @Inject
    ImageRegistrar registrar;

    @Inject
    FakeArticleCounts uses;

    @Inject
    DatabaseCostMeter meter;

    private final String mark = "q" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anImageIsPublicWhileAnArticleUsesIt() {
        var id = used("""
                {"alt": "Eine Fähre am Ufer", "caption": "Die Änne %s", "credit": "Emre Yıldızeli", "width": 3600,
                 "height": 2400, "focalPoint": {"x": 0.5, "y": 0.25}, "dominantColor": "#3a5f7d", "mediaType": "image/jpeg",
                 "takenAt": "2026-01-08T10:00:00+01:00", "location": {"city": "Möhlenfurt", "country": "DE"},
                 "keywords": ["Fähre"], "rights": {"creator": "Emre Yıldızeli", "syndication": "allowed",
                 "expiresAt": "2030-07-01T00:00:00+02:00"}}""".formatted(mark));

        get("/v1/images/" + id).then().statusCode(200).body("alt", equalTo("Eine Fähre am Ufer"))
                .body("decorative", equalTo(false)).body("width", equalTo(3600)).body("focalPoint.y", equalTo(0.25f))
                .body("takenAt", equalTo("2026-01-08T10:00:00+01:00")).body("location.city", equalTo("Möhlenfurt"))
                .body("keywords", contains("Fähre")).body("rights.expiresAt", equalTo("2030-07-01T00:00:00+02:00"))
                .body("renditions", empty()).body("$", not(hasKey("src"))).body("$", not(hasKey("srcset")));

        uses.image(id, 0);
        get("/v1/images/" + id).then().statusCode(404);
        get("/v1/images/" + UUID.randomUUID()).then().statusCode(404);
        get("/v1/images/nonsense").then().statusCode(404);
    }

    @Test
    void imagesAreListedNewestFirstInPages() {
        var ids = new ArrayList<String>();
        for (var at = 0; at < 5; at++) {
            ids.add(0, used("{\"alt\": \"Bild %d %s\"}".formatted(at, mark)).toString());
        }

        var page = get("/v1/images?limit=2&total=true&q=" + mark).then().statusCode(200).body("page.total", equalTo(5))
                .body("page.previous", nullValue()).extract().jsonPath();
        var seen = new ArrayList<String>(page.getList("items.id"));
        var second = get(page.getString("page.next")).jsonPath();
        seen.addAll(second.getList("items.id"));
        var third = get(second.getString("page.next")).jsonPath();
        seen.addAll(third.getList("items.id"));

        assertThat(seen).isEqualTo(ids);
        assertThat(get(third.getString("page.previous")).jsonPath().<String> getList("items.id"))
                .isEqualTo(second.getList("items.id"));
    }

    @Test
    void theFiltersNarrowTheList() {
        var wide = used(
                "{\"alt\": \"Münster im Schnee %s\", \"credit\": \"Ada/photothek.de\", \"width\": 2000, \"height\": 1000}"
                        .formatted(mark));
        var high = used(
                "{\"alt\": \"Turm\", \"caption\": \"Das münster %s\", \"width\": 1000, \"height\": 2000}".formatted(mark));
        var square = used("{\"alt\": \"Quadrat %s 100%%\", \"width\": 1000, \"height\": 1000}".formatted(mark));

        assertThat(ids(mark + " MÜNSTER")).containsExactly(high, wide);
        assertThat(ids("schnee " + mark)).containsExactly(wide);
        assertThat(ids(mark, "credit", "PhotoThek")).containsExactly(wide);
        assertThat(ids(mark, "minWidth", "1001")).containsExactly(wide);
        assertThat(ids(mark, "orientation", "portrait")).containsExactly(high);
        assertThat(ids(mark, "orientation", "square")).containsExactly(square);
        assertThat(ids(mark + " 100%")).containsExactly(square);
        assertThat(ids(mark + " %%%%")).isEmpty();
    }

    @Test
    void aLongPageTakesTheSameStatementsAsAShortOne() {
        for (var at = 0; at < 20; at++) {
            used("{\"alt\": \"Menge %s %d\"}".formatted(mark, at));
        }

        var few = meter.minimumStatements(() -> get("/v1/images?limit=1&q=" + mark).then().body("items.size()", equalTo(1)));
        var many = meter.minimumStatements(() -> get("/v1/images?limit=20&q=" + mark).then().body("items.size()", equalTo(20)));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(3);
    }

    @Test
    void everyErrorIsReported() {
        get("/v1/images?site=x&limit=0&minWidth=0&orientation=diagonal&q=%20&cursor=1&total=2").then().statusCode(400)
                .body("errors.parameter", hasItems("site", "limit", "minWidth", "orientation", "cursor", "total"));
    }

    @Test
    void theSameUrlIsRegisteredOnceAndTheSameTextsOnceAnArticle() {
        var src = read("{\"alt\": \"Eins\", \"src\": \"https://example.org/%s.jpg\"}".formatted(mark));
        var other = read("{\"alt\": \"Zwei\", \"src\": \"https://example.org/%s.jpg\"}".formatted(mark));
        var words = read("{\"alt\": \"Worte %s\"}".formatted(mark));

        var ids = register(
                List.of(src, other, words.scopedTo("a " + mark), words.scopedTo("a " + mark), words.scopedTo("b " + mark),
                        words, words));
        var again = register(List.of(words.scopedTo("b " + mark), src));

        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(3)).isEqualTo(ids.get(2));
        assertThat(ids.subList(2, 7)).doesNotContain(ids.get(0));
        assertThat(ids.get(4)).isNotEqualTo(ids.get(2));
        assertThat(ids.get(6)).isNotEqualTo(ids.get(5));
        assertThat(again).containsExactly(ids.get(4), ids.get(0));
    }

    private static List<UUID> ids(String q, Object... more) {
        var request = given().queryParam("q", q);
        if (more.length > 0) {
            request.queryParam(more[0].toString(), more[1]);
        }
        return request.get("/v1/images").then().statusCode(200).extract().jsonPath().<String> getList("items.id").stream()
                .map(UUID::fromString).toList();
    }

    private UUID used(String json) {
        var id = register(List.of(read(json))).get(0);
        uses.image(id, 1);
        return id;
    }

    private ImageMetadata read(String json) {
        var form = JsonForm.parse(json.getBytes(StandardCharsets.UTF_8));
        var image = forms.read(form).metadata();
        form.verify();
        return image;
    }

    private List<UUID> register(List<ImageMetadata> images) {
        return QuarkusTransaction.requiringNew().call(() -> registrar.register(images));
    }
}
