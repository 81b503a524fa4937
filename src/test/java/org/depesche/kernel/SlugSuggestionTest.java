package org.depesche.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugSuggestionTest {

    private static final Map<String, String> CATEGORIES = Map.of("politik", "Politik", "wiwo", "Wirtschaft & Wohnen",
            "muenchen", "München", "sport", "Sport");

    @ParameterizedTest
    @CsvSource({ "Politik,politik", "SPORT,sport", "München,muenchen", "Wirtschaft & Wohnen,wiwo", "wirtschaft & wohnen,wiwo",
            "politk,politik", "' Sport ',sport" })
    void aWrongCapitalANameOrAMisspellingSaysTheSlug(String written, String meant) {
        assertThat(SlugSuggestion.among(CATEGORIES, written)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({ "kultur", "spezial", "Rätsel", "'%%%'", "po" })
    void anotherWordMeansNothing(String written) {
        assertThat(SlugSuggestion.among(CATEGORIES, written)).isEmpty();
    }

    @Test
    void aReferenceIsLookedUpTogetherWithItsSlug() {
        assertThat(SlugSuggestion.withSlugs(List.of("Ein Titel", "da"))).containsExactly("Ein Titel", "da", "ein-titel");
        assertThat(SlugSuggestion.didYouMean("Ein Titel", Set.of("ein-titel"))).isEqualTo(" Did you mean `ein-titel`?");
        assertThat(SlugSuggestion.didYouMean("Ein Titel", Set.of("da"))).isEmpty();
    }
}
