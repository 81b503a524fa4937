package org.depesche.delivery.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ReadYourWritesTest {

    @Test
    void aWriteReturnsAPositionThatContainsIt() {
        var before = LoggedChanges.end();
        var created = given().header("Authorization", "Bearer " + Callers.ADMIN_KEY).contentType("application/json")
                .body(Map.of("name", "Folge " + System.nanoTime())).post("/v1/editorial/categories").then().statusCode(201)
                .extract();
        var sequence = Long.parseLong(created.header("Depesche-Sequence"));

        LoggedChanges.of(before, created.path("id")).body("sequence", contains(lessThanOrEqualTo((int) sequence)));
        given().header("Depesche-Min-Sequence", sequence).get("/v1/categories").then().statusCode(200);
    }

    @Test
    void aPositionBeyondTheEndIsRejectedAndTheEndIsReported() {
        var end = given().get("/v1/changes?since=0&limit=1").then().statusCode(200).extract().header("Depesche-Sequence");

        given().get("/v1/changes?since=" + end).then().statusCode(200);
        given().get("/v1/changes?since=9999999&limit=0").then().statusCode(400).body("errors.parameter",
                contains("limit"));
        given().get("/v1/changes?since=9999999").then().statusCode(410).body("type", endsWith("changes-expired"))
                .body("detail", containsString("Start again from an export"));
    }
}
