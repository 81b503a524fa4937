package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;

class CorsPolicyTest {

    private static final String DESK = "https://desk.example.org";
    private final CorsPolicy rules = new CorsPolicy(HttpConfigs.of(Map.of("depesche.http.editorial-origins", DESK)));

    @ParameterizedTest
    @CsvSource({ "/v1/articles,DELIVERY", "/v1,DELIVERY", "/v1/editorial/articles,EDITORIAL", "/v1/editorial,EDITORIAL",
            "/v1/editorials,DELIVERY", "/v1x,OTHER", "/feeds/articles.rss,FEEDS", "/media/a.jpg,MEDIA", "/embed.js,MEDIA",
            "/embed/feed,MEDIA", "/embeds,OTHER", "/oembed,OEMBED", "/oembeds,OTHER",
            "/docs,OTHER", "/,OTHER" })
    void everyPathHasARouteGroup(String path, RouteGroup area) {
        assertThat(RouteGroup.of(path)).isEqualTo(area);
    }

    @Test
    void anyPageMayReadDeliveryAndFeeds() {
        assertThat(preflightHeaders(RouteGroup.DELIVERY, "https://anybody.example").get("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(preflightHeaders(RouteGroup.FEEDS, null).get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflightHeaders(RouteGroup.DELIVERY, null).get("Access-Control-Expose-Headers")).contains("tdm-reservation",
                "ETag",
                "Depesche-Sequence",
                "Link");
    }

    @Test
    void editorialRoutesAllowConfiguredOriginsOnly() {
        var headers = preflightHeaders(RouteGroup.EDITORIAL, DESK);

        assertThat(headers.get("Access-Control-Allow-Origin")).isEqualTo(DESK);
        assertThat(headers.get("Access-Control-Allow-Methods")).contains("PUT", "PATCH", "DELETE", "POST");
        assertThat(headers.get("Access-Control-Allow-Headers")).contains("If-Match", "Idempotency-Key", "Content-Type");
        assertThat(headers.get("Access-Control-Expose-Headers")).contains("ETag", "Idempotent-Replayed");
        assertThat(headers.get("Access-Control-Max-Age")).isEqualTo("86400");
        assertThat(headers.get("Vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "https://evil.example", "null", "https://desk.example.org.evil.example", "http://desk.example.org",
            "" })
    void anotherOriginGetsNoHeaders(@Nullable String origin) {
        var headers = preflightHeaders(RouteGroup.EDITORIAL, origin);

        assertThat(headers.names()).containsOnly("Vary");
    }

    @Test
    void deliveryAllowsReadsOnly() {
        assertThat(preflightHeaders(RouteGroup.DELIVERY, DESK).get("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(preflightHeaders(RouteGroup.DELIVERY, DESK).get("Access-Control-Allow-Headers"))
                .isEqualTo("If-None-Match, Last-Event-ID, Depesche-Min-Sequence, Authorization");
    }

    @Test
    void pagesForPeopleAllowNoOrigin() {
        assertThat(preflightHeaders(RouteGroup.OTHER, DESK).isEmpty()).isTrue();
    }

    private MultiMap preflightHeaders(RouteGroup area, @Nullable String origin) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        rules.addOriginHeaders(area, origin, headers);
        rules.addPreflightHeaders(area, headers);
        return headers;
    }
}
