package org.depesche.delivery.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.depesche.content.site.SiteEvent;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.ChangeKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SiteChangeTest {

    @Inject
    Event<SiteEvent> events;

    @Inject
    Sites sites;

    @ParameterizedTest
    @ValueSource(strings = { "/v1/articles", "/v1/categories", "/v1/tags", "/v1/authors", "/v1/images" })
    void aResponseWithUrlsOfASiteIsStaleWhenTheSiteChanges(String path) {
        var response = given().get(path).then().statusCode(200).extract();
        var end = response.header("Depesche-Sequence");

        QuarkusTransaction.requiringNew().run(() -> events
                .fire(new SiteEvent(ChangeKind.UPDATED, sites.defaultSite().id(), "default", List.of("url"))));

        List<String> stale = given().get("/v1/changes?type=site.updated&since=" + end).then().statusCode(200).extract()
                .path("items[0].cacheTags");
        assertThat(List.of(response.header("Surrogate-Key").split(" "))).containsAnyElementsOf(stale);
    }
}
