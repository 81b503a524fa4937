package org.depesche.content.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SitesResourceTest {

    @Test
    void aNewInstallationHasOneSite() {
        given().get("/v1/sites").then().statusCode(200).body("items", hasSize(1)).body("items.slug", contains("default"))
                .body("items[0].default", is(true)).body("items[0].language", is("de"));
    }
}
