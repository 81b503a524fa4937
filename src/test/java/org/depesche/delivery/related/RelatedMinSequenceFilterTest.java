package org.depesche.delivery.related;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelatedMinSequenceFilterTest {

    @ParameterizedTest
    @CsvSource({
            "/v1/articles/hafen/related, strategy, similar, true",
            "/v1/articles/hafen/related, limit, 5, true",
            "/v1/articles/hafen/related, strategy, latest, false",
            "/feeds/articles/hafen/related.rss, site, default, true",
            "/v1/articles/hafen, include, 'bodyHtml,related', true",
            "/v1/articles/hafen, include, bodyHtml, false",
            "/v1/articles/related, view, card, false" })
    void onlyRelatedNewsThatMayBeSimilarNeedTheIndex(String path, String parameter, String value, boolean isNeeded) {
        var parameters = new MultivaluedHashMap<String, String>();
        parameters.add(parameter, value);

        assertThat(RelatedMinSequenceFilter.needsIndex(path, parameters)).isEqualTo(isNeeded);
    }
}
