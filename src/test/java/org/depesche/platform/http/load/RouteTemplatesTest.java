package org.depesche.platform.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RouteTemplatesTest {

    @Test
    void metricsNameTheRouteAndNeverThePath() {
        for (var path : new String[] { "/v1/articles/never-in-a-label", "/v1/articles/never-in-a-label/related",
                "/v1/never-in-a-label", "/v1/articles//never-in-a-label", "/never-in-a-label", "/docs/never-in-a-label",
                "/v1/preview/never-in-a-label", "/v1/articles/never-in-a-label%zz", "/v1/tags/never-in-a-label?x=y" }) {
            RawHttp.rawGet(path);
        }
        RawHttp.get("/v1/articles?limit=9");
        assertThat(RawHttp.get("/v1/articles?limit=9").headers().firstValue("Cache-Status")).hasValue("Depesche; hit");

        var metrics = RawHttp.text(RawHttp.get("/q/metrics"));

        assertThat(metrics).doesNotContain("never-in-a-label").contains("uri=\"/v1/articles\"", "uri=\"/v1/articles/{ref}\"");
    }
}
