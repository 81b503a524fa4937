package org.depesche.platform.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.depesche.kernel.ClosestMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter of another content API leads to the one that this service has. */
class ParameterHintsTest {

    private static final List<String> LIST = List.of("author", "before", "category", "cursor", "fields", "from", "include",
            "language", "limit", "sort", "tag", "type", "view");

    @ParameterizedTest
    @CsvSource({ "page,cursor", "offset,cursor", "page[number],cursor", "per_page,limit", "pageSize,limit",
            "pagination[pageSize],limit", "order,sort", "orderby,sort", "filter,category", "filters[title][$eq],category",
            "populate,include", "locale,language", "q,/v1/search", "search,/v1/search", "query,/v1/search", "titel,/v1/search",
            "section,category", "show-fields,fields", "from-date,from", "to-date,before", "Ressort,category" })
    void aHabitLeadsToTheParameterForIt(String habit, String target) {
        assertThat(ParameterHints.of(habit, LIST)).hasValueSatisfying(hint -> assertThat(hint).contains(target));
    }

    @Test
    void aHintNamesOnlyWhatTheEndpointHas() {
        assertThat(ParameterHints.of("query", List.of("q"))).contains("use `q`.");
        assertThat(ParameterHints.of("page", LIST)).hasValueSatisfying(hint -> assertThat(hint).contains("`page.nextCursor`"));
        assertThat(ParameterHints.of("page", List.of("site"))).isEmpty();
        assertThat(ParameterHints.of("farbe", LIST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ids", "search", "q", "titel" })
    void listsOfOtherThingsGiveNoAdviceAboutArticles(String habit) {
        assertThat(ParameterHints.of(habit, LIST)).isPresent();
        assertThat(ParameterHints.of(habit, List.of("cursor", "limit", "site"))).isEmpty();
        assertThat(ParameterHints.of(habit, List.of("category", "cursor", "limit"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "limt,limit", "categroy,category", "sotr,sort", "Langauge,language" })
    void aMisspelledNameIsNear(String written, String meant) {
        assertThat(ClosestMatch.of(written, LIST)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({ "page", "mode", "farbe", "rand", "zoom", "form" })
    void anotherWordIsNot(String written) {
        assertThat(ClosestMatch.of(written, List.of("type", "tag", "sort", "site", "limit"))).isEmpty();
    }
}
