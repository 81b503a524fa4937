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

class CrossOriginTest {

    private static final String DESK = "https://desk.example.org";
    private final CrossOrigin rules = new CrossOrigin(Settings.of(Map.of("depesche.http.editorial-origins", DESK)));

    @ParameterizedTest
    @CsvSource({ "/v1/articles,DELIVERY", "/v1,DELIVERY", "/v1/editorial/articles,EDITORIAL", "/v1/editorial,EDITORIAL",
            "/v1/editorials,DELIVERY", "/v1x,OTHER", "/feeds/articles.rss,FEEDS", "/media/a.jpg,MEDIA", "/embed.js,MEDIA",
            "/docs,OTHER", "/,OTHER" })
    void everyPathHasItsArea(String path, Area area) {
        assertThat(Area.of(path)).isEqualTo(area);
    }

    @Test
    void anyPageMayReadDeliveryAndFeeds() {
        assertThat(asked(Area.DELIVERY, "https://anybody.example").get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(asked(Area.FEEDS, null).get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(asked(Area.DELIVERY, null).get("Access-Control-Expose-Headers")).contains("ETag", "Depesche-Sequence",
                "Link");
    }

    @Test
    void theDesksAddressesAreForConfiguredOriginsAlone() {
        var answer = asked(Area.EDITORIAL, DESK);

        assertThat(answer.get("Access-Control-Allow-Origin")).isEqualTo(DESK);
        assertThat(answer.get("Access-Control-Allow-Methods")).contains("PUT", "PATCH", "DELETE", "POST");
        assertThat(answer.get("Access-Control-Allow-Headers")).contains("If-Match", "Idempotency-Key", "Content-Type");
        assertThat(answer.get("Access-Control-Max-Age")).isEqualTo("86400");
        assertThat(answer.get("Vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "https://evil.example", "null", "https://desk.example.org.evil.example", "http://desk.example.org",
            "" })
    void anyOtherOriginIsToldNothing(@Nullable String origin) {
        var answer = asked(Area.EDITORIAL, origin);

        assertThat(answer.names()).containsOnly("Vary");
    }

    @Test
    void deliveryTakesReadingAlone() {
        assertThat(asked(Area.DELIVERY, DESK).get("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(asked(Area.DELIVERY, DESK).get("Access-Control-Allow-Headers"))
                .isEqualTo("If-None-Match, Last-Event-ID, Depesche-Min-Sequence, Authorization");
    }

    @Test
    void pagesForPeopleAreReadByNobodyElse() {
        assertThat(asked(Area.OTHER, DESK).isEmpty()).isTrue();
    }

    private MultiMap asked(Area area, @Nullable String origin) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        rules.allow(area, origin, headers);
        rules.preflight(area, headers);
        return headers;
    }
}
