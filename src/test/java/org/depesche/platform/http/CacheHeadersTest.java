package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheHeadersTest {

    private final Provenance provenance = new Provenance();

    @Test
    void aPublicAnswerSaysHowLongAndUnderWhichTags() {
        provenance.tag("article:a");
        provenance.tag("list:all");

        var headers = stamped(Map.of(), 200, Freshness.ARTICLE);

        assertThat(headers.getFirst("Cache-Control"))
                .isEqualTo("public, max-age=30, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400");
        assertThat(headers.getFirst("Surrogate-Key")).isEqualTo("article:a list:all");
    }

    @Test
    void theOtherHeaderHasTheOtherSeparator() {
        provenance.tag("article:a");
        provenance.tag("list:all");

        var headers = stamped(Map.of("depesche.http.tag-header", "cache-tag"), 200, Freshness.ARTICLE);

        assertThat(headers.getFirst("Cache-Tag")).isEqualTo("article:a,list:all");
        assertThat(headers).doesNotContainKey("Surrogate-Key");
    }

    @Test
    void lifetimesCanBeSet() {
        var headers = stamped(Map.of("depesche.http.freshness.article.max-age", "5S",
                "depesche.http.freshness.article.stale-if-error", "0S"), 200, Freshness.ARTICLE);

        assertThat(headers.getFirst("Cache-Control"))
                .isEqualTo("public, max-age=5, s-maxage=300, stale-while-revalidate=60");
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 401, 404, 406, 422, 429, 500, 503 })
    void failuresAreNotKept(int status) {
        provenance.tag("article:a");

        var headers = stamped(Map.of(), status, Freshness.ARTICLE);

        assertThat(headers).containsOnlyKeys("Cache-Control");
        assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void redirectsAndWithdrawalsCarryTheirTags() {
        provenance.tag("article:a");

        assertThat(stamped(Map.of(), 301, Freshness.ARTICLE).getFirst("Cache-Control"))
                .isEqualTo("public, max-age=300, s-maxage=300");
        assertThat(stamped(Map.of(), 301, Freshness.ARTICLE).getFirst("Surrogate-Key")).isEqualTo("article:a");
        assertThat(stamped(Map.of(), 410, Freshness.ARTICLE).getFirst("Surrogate-Key")).isEqualTo("article:a");
    }

    @Test
    void editorialAnswersAreNobodyElsesBusiness() {
        provenance.tag("article:a");

        var headers = stamped(Map.of(), 200, Freshness.NEVER);

        assertThat(headers.getFirst("Cache-Control")).isEqualTo("private, no-store");
        assertThat(headers).doesNotContainKey("Surrogate-Key");
    }

    @Test
    void whatItsMakerSaidOfCachingStays() {
        var headers = new MultivaluedHashMap<String, Object>(Map.of("Cache-Control", "public, max-age=300"));
        new CacheHeaders(Settings.of(Map.of())).stamp(headers, 301, Freshness.ARTICLE, provenance);

        assertThat(headers.get("Cache-Control")).containsExactly("public, max-age=300");
    }

    private MultivaluedMap<String, Object> stamped(Map<String, String> settings, int status, Freshness freshness) {
        var headers = new MultivaluedHashMap<String, Object>();
        new CacheHeaders(Settings.of(settings)).stamp(headers, status, freshness, provenance);
        return headers;
    }
}
