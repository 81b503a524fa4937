package org.depesche.content.body.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.depesche.content.body.BodyJson;
import org.depesche.content.body.html.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences stay whole, and warnings name the structure that the model lacks. */
class HtmlStructureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<p>Rathaus<br>Markt 1<br>12345 Lindenau</p> | Rathaus<br>Markt 1<br>12345 Lindenau",
            "<p>Zeile 1<br>Zeile 2<br><br>Zeile 3</p> | Zeile 1<br>Zeile 2<br><br>Zeile 3",
            "<address>Rathaus<br>Markt 1</address> | Rathaus<br>Markt 1",
            "<div>Mo 8–12<br>Di 8–18<br></div> | Mo 8–12<br>Di 8–18",
            "<p>Es kamen <del>300</del> <ins>400</ins> Leute.</p> | Es kamen 300 400 Leute.",
            "<p>Es <ins><em>kamen</em></ins> alle.</p> | Es <em>kamen</em> alle.",
            "Ohne <del>Absatz</del> davor<br>und <ins>danach</ins>. | Ohne Absatz davor<br>und danach.",
            "<p>Ein <span><del>Wort</del> mehr</span> <u>hier</u>.</p> | Ein Wort mehr hier." })
    void aSentenceIsOneParagraph(String html, String paragraph) {
        assertThat(blocks(html)).isEqualTo("[{\"type\":\"paragraph\",\"html\":\"" + paragraph + "\"}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<ul><li>Am <del>1.</del> <ins>2.</ins> Mai</li></ul> | {\"html\":\"Am 1. 2. Mai\"}",
            "<ul><li>Mo<br>Di</li></ul> | {\"html\":\"Mo<br>Di\"}",
            "<h2>Am <ins>2.</ins> Mai</h2> | \"html\":\"Am 2. Mai\"",
            "<blockquote><p>Das <del>war</del> <ins>ist</ins> gut.</p></blockquote> | \"html\":\"Das war ist gut.\"",
            "<table><tr><td>a <ins>b</ins> c</td><td>d</td></tr></table> | {\"html\":\"a b c\"}" })
    void noBreakIsInsertedIntoAnInlineText(String html, String inline) {
        assertThat(blocks(html)).contains(inline);
    }

    @Test
    void twoBreaksEndAParagraphOnlyOutsideOfOne() {
        assertThat(blocks("eins<br><br>zwei<div>drei</div>")).contains("\"eins\"", "\"zwei\"", "\"drei\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<ul><li>a<ul><li>b</li></ul>c</li></ul> | {\"html\":\"a<br>c\"},{\"html\":\"b\"} | flattened <ul> in a list",
            "<ul><li>a<div><ol><li>b</li></ol></div></li></ul> | {\"html\":\"a\"},{\"html\":\"b\"} | flattened <ol> in a list",
            "<ol start=\"4\"><li>a</li></ol> | {\"html\":\"a\"} | removed attribute start of <ol>",
            "<ul>lose<li>a</li></ul> | {\"html\":\"lose\"},{\"html\":\"a\"} | ``",
            "<table><tr><td colspan=\"2\">a</td></tr><tr><td>b</td><td>c</td></tr></table> | [[{\"html\":\"a\"},{}],"
                    + "[{\"html\":\"b\"},{\"html\":\"c\"}]] | replaced colspan by empty cells",
            "<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></table> | [[{\"html\":\"a\"},"
                    + "{\"html\":\"b\"}],[{},{\"html\":\"c\"}]] | replaced rowspan by empty cells",
            "<figure><table><tr><td>a</td><td>b</td></tr></table><figcaption>Wer</figcaption></figure> | "
                    + "\"caption\":\"Wer\" | ``",
            "<dl><dt>a</dt><dd>b</dd></dl> | \"html\":\"a\"},{\"type\":\"paragraph\",\"html\":\"b\" | flattened <dl>",
            "<p>a</p><hr><p>b</p> | \"html\":\"a\" | removed <hr>",
            "<strong><p>a</p></strong> | \"html\":\"a\" | removed <strong> around other content" })
    void warningsNameLostStructure(String html, String json, String warning) {
        var body = BodyFixtures.readHtml(html);

        assertThat(BodyJson.write(body.blocks())).contains(json);
        assertThat(body.warnings()).extracting(Warning::detail).isEqualTo(warning.isEmpty() ? List.of()
                : List.of(warning));
    }

    @Test
    void imagesOfPicturesHeadingsAndQuotesAreKept() {
        assertThat(blocks(
                "<picture><source srcset='https://a.example/2.webp'><img src='https://a.example/1.jpg' alt='A'></picture>"
                        + "<p>Text <picture><img src='https://a.example/2.jpg' alt='B'></picture></p>"
                        + "<h2>Titel <img src='https://a.example/3.jpg' alt='C'></h2>"
                        + "<blockquote><p>Wort</p><img srcset='https://a.example/4.jpg 1x, https://a.example/5.jpg 2x' "
                        + "alt='D'></blockquote>"
                        + "<ul><li>Punkt <picture><img src='https://a.example/6.jpg' alt='E'></picture></li></ul>"))
                .contains("\"alt\":\"A\"", "\"alt\":\"B\"", "\"alt\":\"C\"", "\"alt\":\"D\"", "\"alt\":\"E\"");
        assertThat(
                BodyFixtures.readHtml("<picture><source srcset='https://a.example/2.webp'><img src='https://a.example/1.jpg'>"
                        + "</picture>").warnings())
                .extracting(Warning::detail).containsExactly("removed <source> of <picture>");
    }

    private static String blocks(String html) {
        return BodyJson.write(BodyFixtures.readHtml(html).blocks());
    }
}
