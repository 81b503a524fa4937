package org.depesche.delivery.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {

    private static final WordAnalyzers LANGUAGES = WordAnalyzers.withBundledDictionary();

    @ParameterizedTest
    @CsvSource({ "Hochwasser,Hochwasserschutzbehörde", "Hochwasserschutz,Hochwasserschutzbehörde",
            "Glasfaser,Glasfasernetz", "Haltestelle,Straßenbahnhaltestelle", "Haus,Hausbesitzer", "Cloud,Verwaltungscloud" })
    void highlightsACompoundThatContainsTheWord(String query, String word) {
        assertThat(marks(query).snippet("Die Stadt will mehr. Der " + word + " fehlt das Geld.", "de"))
                .contains("Der <mark>" + word + "</mark> fehlt");
    }

    @Test
    void choosesTheFirstPassageWithEnoughMatches() {
        var gap = " und so weiter".repeat(40);
        var text = "Sturm." + gap + " Sturm und Flut an der Küste." + gap + " Sturm, Flut, Sturm und Flut.";

        assertThat(marks("Sturm Flut").snippet(text, "de")).contains("<mark>Sturm</mark> und <mark>Flut</mark> an der Küste");
        assertThat(marks("Ebbe").snippet(text, "de")).isEmpty();
    }

    /** Lines are headings, list items and rows of a table; tabs separate cells. An empty cell leaves no separator. */
    @Test
    void keepsListItemsAndCellsApart() {
        assertThat(
                marks("Birne").snippet("Obst\n\nApfel & <Quitte>\nBirne\nPflaume;\nKirsche\n\nEin Satz.\n\nNoch einer", "de"))
                .isEqualTo("Obst · Apfel &amp; &lt;Quitte&gt; · <mark>Birne</mark> · Pflaume; Kirsche · Ein Satz. Noch einer");
        assertThat(marks("Montag").snippet("Zeiten\n\nTag\t\tUhr\nMontag\t8\nDienstag\t9", "de"))
                .isEqualTo("Zeiten · Tag · Uhr · <mark>Montag</mark> · 8 · Dienstag · 9");
        assertThat(marks("eins").highlight("Zeile eins\nZeile zwei", "de")).isEqualTo("Zeile <mark>eins</mark> · Zeile zwei");
    }

    @Test
    void cutsTextsWithoutSpacesToo() {
        var text = "東京".repeat(5_000);

        assertThat(marks("東").snippet(text, "ja").replace("<mark>", "").replace("</mark>", "")).hasSizeLessThan(400);
    }

    private static Highlighter marks(String query) {
        return new Highlighter(ParsedQuery.parse(query), LANGUAGES);
    }
}
