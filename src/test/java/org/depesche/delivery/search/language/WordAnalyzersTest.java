package org.depesche.delivery.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordAnalyzersTest {

    private static final WordAnalyzers LANGUAGES = WordAnalyzers.withBundledDictionary();

    @ParameterizedTest
    @CsvSource({ "Müller, Mueller", "Müller, Muller", "Müller, MÜLLER", "Straße, Strasse", "Häuser, Haus", "Häusern, Hauses",
            "Verträge, Vertrag", "Lehrerinnen, Lehrer", "Lehrer:innen, Lehrer", "Lehrer*innen, Lehrerin", "Café, Cafe",
            "E-Government, eGovernment", "E-Government, Egovernment", "Universitäten, Universität" })
    void aWordInTwoSpellingsIsFoundByEither(String spelling, String variant) {
        assertThat(stems(spelling)).containsAnyElementsOf(stems(variant));
    }

    @ParameterizedTest
    @CsvSource({ "Müller, Mueller", "Straße, Strasse", "Café, cafe", "KI, ki" })
    void equalSpellingsHaveEqualTerms(String spelling, String variant) {
        assertThat(forms(spelling).exact()).isEqualTo(forms(variant).exact());
    }

    @ParameterizedTest
    @CsvSource({ "Verwaltungscloud, Cloud", "Fußballverein, Verein", "Fußballspieler, Fuß", "Haustür, Tür",
            "Digitalministerkonferenz, Konferenz", "Digitalministerkonferenz, Minister",
            "Rathaus, Haus", "Autobahnraststätte, Autobahn", "Autobahnraststätte, Bahn", "eGovernment, Government",
            "E-Government, Government", "Straßenbahnhaltestellen, Bahn", "Wirtschafts-, Wirtschaft" })
    void compoundsAreFoundByTheirParts(String compound, String part) {
        assertThat(parts(compound)).containsAnyElementsOf(stems(part));
    }

    @ParameterizedTest
    @CsvSource({ "Montag, Tag", "Vertrag, Rat", "Direktor, Tor", "Schweine, Weine", "Entscheidung, Scheidung" })
    void wordsThatOnlyLookLikeCompoundsAreNotSplit(String word, String part) {
        assertThat(parts(word)).doesNotContainAnyElementsOf(stems(part));
    }

    @ParameterizedTest
    @CsvSource({ "KI, ki", "OZG, ozg", "DMK, dmk", "EU, eu", "USA, usa" })
    void abbreviationsStayAsTheyAre(String abbreviation, String expected) {
        assertThat(forms(abbreviation).stems()).containsExactly(expected);
        assertThat(forms(abbreviation).parts()).containsExactly(expected);
    }

    @Test
    void stopWordsHaveNoStem() {
        assertThat(forms("und").stems()).isEmpty();
        assertThat(forms("und").exact()).containsExactly("und");
    }

    @Test
    void eachLanguageHasItsOwnEndings() {
        assertThat(stems("en", "elections")).isEqualTo(stems("en", "election"));
        assertThat(stems("en-GB", "elections")).isEqualTo(stems("en", "election"));
        assertThat(stems("tr", "seçimler")).containsExactly("secimler");
    }

    @Test
    void scriptsWithoutSpacesAreSplitIntoCharacters() {
        assertThat(WordTokenizer.tokenize("東京 1964").stream().map(Word::text)).containsExactly("東", "京", "1964");
    }

    @Test
    void onlyTheWordsThatAFilterAcceptsAreRead() {
        var words = new ArrayList<Word>();
        WordTokenizer.iterate("Der Kran „steht“ 東京", (text, start, end) -> text.charAt(start) != 'D')
                .forEachRemaining(words::add);

        assertThat(words).containsExactly(new Word(4, 8, "Kran"), new Word(10, 15, "steht"), new Word(17, 18, "東"),
                new Word(18, 19, "京"));
    }

    @Test
    void anOverlongWordIsSkipped() {
        assertThat(WordTokenizer.tokenize("a " + "x".repeat(WordTokenizer.MAX_LENGTH + 1) + " b").stream().map(Word::text))
                .containsExactly("a", "b");
    }

    private static AnalyzedWord forms(String word) {
        return LANGUAGES.analyze("de", WordTokenizer.tokenize(word).get(0));
    }

    private static Set<String> stems(String word) {
        return stems("de", word);
    }

    private static Set<String> stems(String language, String word) {
        return LANGUAGES.analyze(language, word).stream().flatMap(forms -> forms.stems().stream()).collect(Collectors.toSet());
    }

    private static Set<String> parts(String word) {
        return LANGUAGES.analyze("de", word).stream().flatMap(forms -> forms.parts().stream()).collect(Collectors.toSet());
    }
}
