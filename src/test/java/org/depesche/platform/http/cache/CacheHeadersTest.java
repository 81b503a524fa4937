package org.depesche.platform.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.HttpConfigs;
import org.depesche.platform.http.ResponseMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheHeadersTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);

    private final ResponseMetadata metadata = new ResponseMetadata();

    @Test
    void aPublicResponseHasLifetimesAndCacheTags() {
        metadata.cacheTag(new CacheTag("article:a"));
        metadata.cacheTag(CacheTag.LIST_ALL);

        var headers = stamped(Map.of(), 200, Freshness.ARTICLE);

        assertThat(headers.getFirst("Cache-Control"))
                .isEqualTo("public, max-age=30, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400");
        assertThat(headers.getFirst("Surrogate-Key")).isEqualTo("article:a list:all");
    }

    @Test
    void theCacheTagHeaderHasItsSeparator() {
        metadata.cacheTag(new CacheTag("article:a"));
        metadata.cacheTag(CacheTag.LIST_ALL);

        var headers = stamped(Map.of("depesche.http.cache-tag-header", "cache-tag"), 200, Freshness.ARTICLE);

        assertThat(headers.getFirst("Cache-Tag")).isEqualTo("article:a,list:all");
        assertThat(headers).doesNotContainKey("Surrogate-Key");
    }

    @Test
    void lifetimesCanBeConfigured() {
        var headers = stamped(Map.of("depesche.http.freshness.article.max-age", "5S",
                "depesche.http.freshness.article.stale-if-error", "0S"), 200, Freshness.ARTICLE);

        assertThat(headers.getFirst("Cache-Control"))
                .isEqualTo("public, max-age=5, s-maxage=300, stale-while-revalidate=60");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "PT240H    | public, max-age=30, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400",
            "PT1H      | public, max-age=30, s-maxage=300, stale-while-revalidate=60, stale-if-error=3300",
            "PT5M30S   | public, max-age=30, s-maxage=300, stale-while-revalidate=30, stale-if-error=30",
            "PT5M      | public, max-age=30, s-maxage=300", "PT10.9S   | public, max-age=10, s-maxage=10",
            "PT0.5S    | public, max-age=0, s-maxage=0", "-PT1S     | public, max-age=0, s-maxage=0" })
    void noCacheShowsAResponseAfterItsEnd(Duration left, String directives) {
        metadata.expiresAt(NOW.instant().plus(left).plusSeconds(1));
        metadata.expiresAt(NOW.instant().plus(left));
        metadata.expiresAt(NOW.instant().plus(left).plusSeconds(2));

        assertThat(stamped(Map.of(), 200, Freshness.ARTICLE).getFirst("Cache-Control")).isEqualTo(directives);
    }

    @Test
    void theDirectivesOfACachedResponseShrinkUntilItsEnd() {
        metadata.expiresAt(NOW.instant().plusSeconds(60));
        var start = new CacheHeaders(HttpConfigs.of(Map.of()), NOW).expiry(200, Freshness.TAXONOMY, metadata).orElseThrow();
        var late = new CacheDirectives.Expiry(start.at(), start.directives(), Clock.offset(NOW, Duration.ofSeconds(59)));
        var over = new CacheDirectives.Expiry(start.at(), start.directives(), Clock.offset(NOW, Duration.ofSeconds(60)));

        assertThat(start.cacheControl()).isEqualTo("public, max-age=60, s-maxage=60");
        assertThat(late.cacheControl()).isEqualTo("public, max-age=1, s-maxage=1");
        assertThat(late.isOver()).isFalse();
        assertThat(over.isOver()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 401, 404, 406, 422, 429, 500, 503 })
    void errorsAreNotCacheable(int status) {
        metadata.cacheTag(new CacheTag("article:a"));

        var headers = stamped(Map.of(), status, Freshness.ARTICLE);

        assertThat(headers).containsOnlyKeys("Cache-Control");
        assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void redirectsAndWithdrawalsHaveCacheTags() {
        metadata.cacheTag(new CacheTag("article:a"));

        assertThat(stamped(Map.of(), 301, Freshness.ARTICLE).getFirst("Cache-Control"))
                .isEqualTo("public, max-age=300, s-maxage=300");
        assertThat(stamped(Map.of(), 301, Freshness.ARTICLE).getFirst("Surrogate-Key")).isEqualTo("article:a");
        assertThat(stamped(Map.of(), 410, Freshness.ARTICLE).getFirst("Surrogate-Key")).isEqualTo("article:a");
    }

    @Test
    void aFileWhoseRightsExpiredMayComeBack() {
        assertThat(stamped(Map.of(), 200, Freshness.FOREVER).getFirst("Cache-Control")).asString().contains("immutable");
        assertThat(stamped(Map.of(), 410, Freshness.FOREVER).getFirst("Cache-Control"))
                .isEqualTo("public, max-age=300, s-maxage=300");
    }

    @Test
    void editorialResponsesArePrivate() {
        metadata.cacheTag(new CacheTag("article:a"));

        var headers = stamped(Map.of(), 200, Freshness.NEVER);

        assertThat(headers.getFirst("Cache-Control")).isEqualTo("private, no-store");
        assertThat(headers).doesNotContainKey("Surrogate-Key");
    }

    @Test
    void anExplicitCacheControlIsPreserved() {
        var headers = new MultivaluedHashMap<String, Object>(Map.of("Cache-Control", "public, max-age=300"));
        new CacheHeaders(HttpConfigs.of(Map.of()), NOW).write(headers, 301, Freshness.ARTICLE, metadata);

        assertThat(headers.get("Cache-Control")).containsExactly("public, max-age=300");
    }

    private MultivaluedMap<String, Object> stamped(Map<String, String> settings, int status, Freshness freshness) {
        var headers = new MultivaluedHashMap<String, Object>();
        new CacheHeaders(HttpConfigs.of(settings), NOW).write(headers, status, freshness, metadata);
        return headers;
    }
}
