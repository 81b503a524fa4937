package org.depesche.content.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SitesResourceTest {

    @Test
    void aNewInstallationHasTheDefaultSite() {
        given().get("/v1/sites").then().statusCode(200).body("items[0].slug", is("default"))
                .body("items.default", hasItem(true)).body("items[0].default", is(true)).body("items[0].language", is("de"));
    }

    @Test
    void theListAcceptsASiteAsOtherRequestsDo() {
        given().get("/v1/sites?site=default").then().statusCode(200).body("items[0].slug", is("default"));
        given().get("/v1/sites?site=nirgends").then().statusCode(400).body("errors.parameter", hasItem("site"));
    }
}
