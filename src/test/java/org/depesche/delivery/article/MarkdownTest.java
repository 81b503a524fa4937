package org.depesche.delivery.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.depesche.content.body.Block;
import org.depesche.content.body.BlockView;
import org.depesche.content.body.InlineText;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.testkit.SharedMaterial;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the Markdown back with another project's parser: readers see the words of the article, and no marks. */
class MarkdownTest {

    @ParameterizedTest
    @ValueSource(strings = { "1. FC Köln", "24. Dezember", "3) drei", "1.", "- minus", "+ plus", "---", "- - -", "===",
            "# eins", "&amp; ist kein Fehler", "&#38; und &nbsp;", "a*b_c`d", "5 < 6 > 4", "![Bild](x)", "\\", "a\r- b",
            "~~x~~", "|a|b|", "Ende!", "<!-- x -->", "_a_ __b__ **c**" })
    void aParagraphHasTheWordsOfTheText(String text) {
        assertThat(paragraph(text)).isEqualTo(collapsed(text));
    }

    @Test
    void naughtyStringsSurvive() {
        naughtyStrings().forEach(text -> assertThat(paragraph(text)).isEqualTo(collapsed(text)));
    }

    @Test
    void emphasisLeavesWhiteSpaceOutside() {
        var body = read(new Block.Paragraph("<strong>Frage: </strong>Antwort<em>\u00A0ja</em> und <strong> </strong>nein"));

        assertThat(body.select("strong").eachText()).containsExactly("Frage:");
        assertThat(body.select("em").eachText()).containsExactly("ja");
        assertThat(collapsed(body.wholeText())).isEqualTo("Frage: Antwort ja und nein");
    }

    @Test
    void aLinkAfterAnExclamationMarkIsNoImage() {
        var body = read(new Block.Paragraph("Neu!<a href=\"https://example.org/a_(b)\">hier</a>"));

        assertThat(body.select("img")).isEmpty();
        assertThat(body.select("a").attr("href")).isEqualTo("https://example.org/a_%28b%29");
        assertThat(body.text()).isEqualTo("Neu!hier");
    }

    @Test
    void codeMayHaveBackticks() {
        var body = read(new Block.Paragraph("<code>a`b``c</code> und <code>d</code>"));

        assertThat(body.select("code").eachText()).containsExactly("a`b``c", "d");
    }

    @Test
    void aHeadingIsOneLine() {
        var body = read(new Block.Heading(2, "1. Oben<br>unten", "oben"));

        assertThat(body.children()).hasSize(1);
        assertThat(body.select("h2").text()).isEqualTo("1. Oben unten");
    }

    @Test
    void aQuoteOfTwoLinesIsOneQuote() {
        var body = read(new Block.Quote("eins<br>- zwei", "Ina Held", false));

        assertThat(body.children()).hasSize(1);
        assertThat(body.select("blockquote > p").eachText()).containsExactly("eins - zwei", "– Ina Held");
    }

    @Test
    void aCellOfATableMayHavePipes() {
        var cells = List.of(new InlineText("a|b"), new InlineText("<code>c|d</code>"), new InlineText("1. e<br>f"));

        var body = read(new Block.Table(null, List.of(), List.of(cells)));

        assertThat(body.select("td").eachText()).containsExactly("a|b", "c|d", "1. e f");
    }

    /** The text of a document that is one paragraph and nothing else. */
    private static String paragraph(String text) {
        var body = read(new Block.Paragraph(HtmlEscaper.escape(text)));
        assertThat(body.children()).as(text).hasSize(1);
        assertThat(body.select("> p > *")).as(text).isEmpty();
        return collapsed(body.select("> p").first().wholeText());
    }

    private static Element read(BlockView block) {
        var extensions = List.of(TablesExtension.create());
        var document = Parser.builder().extensions(extensions).build().parse(Markdown.of(List.of(block)));
        return Jsoup.parseBodyFragment(HtmlRenderer.builder().extensions(extensions).build().render(document)).body();
    }

    /** White space at the ends of a paragraph, and how much of it there is, has no meaning. */
    private static String collapsed(String text) {
        return text.replaceAll("[\\s\\p{Z}\\x1C-\\x1F]+", " ").strip();
    }

    private static Stream<String> naughtyStrings() {
        try {
            return Stream.of(new ObjectMapper().readValue(SharedMaterial.bytes("data/security/blns.json"), String[].class))
                    .filter(text -> !text.isBlank() && text.indexOf('\0') < 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
