package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.testkit.Callers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/** What is wrong in the query and what is wrong in the body of one request stands in one answer. */
@QuarkusTest
class AllErrorsInOneResponseTest {

    private static final String CATEGORIES = "/v1/editorial/categories";
    private static final String ARTICLES = "/v1/editorial/articles";

    @ParameterizedTest
    @CsvSource({ ARTICLES, CATEGORIES, "/v1/editorial/keys" })
    void creatingReportsQueryAndBodyErrors(String path) {
        assertQueryAndBodyErrors(sendInvalid("POST", path, ""));
    }

    @ParameterizedTest
    @CsvSource({ "PUT,''", "PATCH,''", "POST,/publish" })
    void changingAnArticleReportsQueryAndBodyErrors(String method, String step) {
        var draft = Callers.as("admin").contentType(ContentType.JSON).body(Map.of("headline", "Fehler")).post(ARTICLES).then()
                .statusCode(201).extract();

        assertQueryAndBodyErrors(sendInvalid(method, ARTICLES + "/" + draft.path("id") + step, draft.header("ETag")));

        assertThat(Callers.as("admin").get(ARTICLES + "/" + draft.path("id")).header("ETag")).isEqualTo(draft.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({ "PUT", "PATCH" })
    void changingACategoryReportsQueryAndBodyErrors(String method) {
        var made = Callers.as("admin").contentType(ContentType.JSON).body(Map.of("name", "Fehlerhaft")).post(CATEGORIES).then()
                .statusCode(201).extract();

        assertQueryAndBodyErrors(sendInvalid(method, CATEGORIES + "/" + made.path("id"), made.header("ETag")));
    }

    /** Only oEmbed ignores it, as the standard demands. */
    @TestFactory
    Stream<DynamicTest> everyReadRefusesAParameterItDoesNotKnow() {
        return OpenApiOperations.load().operations("get").stream().filter(operation -> !operation.id().equals("getOEmbed"))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    var answer = Callers.as("admin").get(OpenApiOperations.expandPath(operation.path(), "1") + "?rubbish=1");

                    assertThat(answer.statusCode()).isIn(operation.hasPathParameter() ? List.of(400, 404) : List.of(400));
                    assertThat(answer.jsonPath().getString("errors")).satisfiesAnyOf(
                            errors -> assertThat(errors).contains("rubbish"),
                            errors -> assertThat(answer.statusCode()).isEqualTo(404));
                }));
    }

    @ParameterizedTest
    @CsvSource({ "/v1/editorial/articles/x/revisions?limit=0", "/v1/editorial/articles/x/revisions/1/diff?to=x",
            "/v1/editorial/articles?state=x" })
    void invalidValuesAreReportedWithUnknownNames(String address) {
        var problem = Callers.as("admin").get(address + "&rubbish=1").then().statusCode(400).extract().jsonPath();

        assertThat(problem.getList("errors")).hasSize(2);
    }

    @Test
    void anImportReportsAllQueryErrors() {
        var problem = Callers.as("admin").contentType("application/x-ndjson").body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/editorial/imports?state=foo&unknownCategory=x&rubbish=1").then().statusCode(400).extract()
                .jsonPath();

        assertThat(problem.getList("errors")).hasSize(3);
    }

    @Test
    void aValidBodyWithAnInvalidQueryChangesNothing() {
        var body = Map.of("slug", "nie-gemacht", "name", "Nie gemacht");

        var problem = Callers.as("admin").contentType(ContentType.JSON).body(body).post(CATEGORIES + "?sit=x").then()
                .statusCode(400).extract().jsonPath();

        assertThat(problem.getString("type")).isEqualTo("/problems/invalid-parameter");
        Callers.as("admin").get(CATEGORIES + "/nie-gemacht").then().statusCode(404);
    }

    @Test
    void aMalformedBodyDoesNotHideQueryErrors() {
        var problem = Callers.as("admin").contentType(ContentType.JSON).body("{").post(CATEGORIES + "?sit=x").then()
                .statusCode(400).extract().jsonPath();

        assertThat(problem.getString("type")).isEqualTo("/problems/malformed-body");
        assertThat(problem.getList("errors.parameter")).containsExactly("sit");
    }

    private static JsonPath sendInvalid(String method, String path, String tag) {
        return Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body("{\"nonsense\": 1}")
                .request(method, path + "?rubbish=1").then().statusCode(400).extract().jsonPath();
    }

    private static void assertQueryAndBodyErrors(JsonPath problem) {
        assertThat(problem.getString("type")).isEqualTo("/problems/invalid-body");
        List<Map<String, String>> errors = problem.getList("errors");
        assertThat(errors).extracting(error -> error.get("parameter")).contains("rubbish");
        assertThat(errors).extracting(error -> error.get("pointer")).contains("/nonsense");
    }
}
