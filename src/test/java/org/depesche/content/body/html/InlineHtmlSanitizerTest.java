package org.depesche.content.body.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.depesche.kernel.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineHtmlSanitizerTest {

    private final ArrayList<String> warnings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = { "Silben\u00ADtrennung – „so“", "  zwei  Leerzeichen ", "a > b", "👍🏽 \u202Eabc", "Z̸̡a̸l̷g̸o",
            "\u0001\u0085\uFFFE" })
    void textWithoutMarkupIsReturnedUnchanged(String text) {
        assertThat(InlineHtmlSanitizer.sanitize(text, warnings::add).orElseThrow()).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "1 < 2 | 1 &lt; 2",
            "AT&T & R&D &copy; &amp;lt; | AT&amp;T &amp; R&amp;D © &amp;lt;",
            "<i>a</i> <b>b</b> <em>c</em> | <em>a</em> <strong>b</strong> <em>c</em>",
            "<p>Nur ein Absatz</p> | Nur ein Absatz",
            "<p>eins</p><p>zwei</p> | eins<br>zwei",
            "<em><em>a</em></em> | <em>a</em>",
            "<span>a</span> <span lang=\"EN-us\">b</span> | a <span lang=\"en-US\">b</span>",
            "<a href=\"//a.example/x\">a</a> | <a href=\"https://a.example/x\">a</a>",
            "<a href='mailto:rat@lindenau.example'>a</a> | <a href=\"mailto:rat@lindenau.example\">a</a>",
            "a&#0;b&#xD800;c | a\uFFFDb\uFFFDc",
            "<q>x</q><mark>y</mark><code>z</code> H<sub>2</sub>O<br/>neu | <q>x</q><mark>y</mark><code>z</code> "
                    + "H<sub>2</sub>O<br>neu"
    })
    void harmlessMarkupIsNormalizedWithoutAWarning(String html, String clean) {
        assertThat(InlineHtmlSanitizer.sanitize(html, warnings::add)).contains(clean);
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a<script>alert(1)</script>b | ab | removed <script>",
            "<a href=\"javascript:alert(1)\">a</a> | a | removed attribute href of <a>",
            "<a href=\" java&#10;script:alert(1)\">a</a> | a | removed attribute href of <a>",
            "<a href=\"/politik\">a</a> | a | removed attribute href of <a>",
            "<a onclick=\"x()\" href=\"https://a.example\">a</a> | <a href=\"https://a.example\">a</a> | removed attribute "
                    + "onclick of <a>",
            "<u>a</u> | a | removed <u>",
            "a<!-- b -->c | ac | removed a comment",
            "a&#1;b&#xFFFE;c | abc | removed 2 characters that XML cannot carry",
            "<em>a&#x1F;b</em> | <em>ab</em> | removed 1 character that XML cannot carry",
            "a<svg><a xlink:href=\"javascript:x\">b</a></svg> | a | removed <svg>",
            "<span style=\"x\">a</span> | a | removed attribute style of <span>"
    })
    void removalsAreReported(String html, String clean, String warning) {
        assertThat(InlineHtmlSanitizer.sanitize(html, warnings::add)).contains(clean);
        assertThat(warnings).containsExactly(warning);
    }

    @ParameterizedTest
    @ValueSource(strings = { "<br>", "&nbsp;", "<em> </em>", "<script>x</script>", "<!-- x -->" })
    void htmlWithoutTextIsEmpty(String html) {
        assertThat(InlineHtmlSanitizer.sanitize(html, warnings::add)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a &amp;lt; b", "<a href='https://a.example/?a=1&amp;b=>' title='x &gt; y \"z\" <b>'>a</a><br>b",
            "1 < 2 > 1 & 3" })
    void theTextEqualsThatOfAParser(String html) {
        var clean = InlineHtmlSanitizer.sanitize(html, warnings::add).orElseThrow();

        assertThat(HtmlEscaper.textOf(clean)).isEqualTo(PlainText.of(clean));
    }

    @Test
    void aLinkWithManySegmentsIsRemoved() {
        var link = "<a href=\"https://a.example" + "/a".repeat(45_000) + "\">weit</a>";

        assertThat(InlineHtmlSanitizer.sanitize(link, warnings::add)).contains("weit");
        assertThat(warnings).containsExactly("removed attribute href of <a>");
    }

    @Test
    void deepNestingIsFlattened() {
        var clean = InlineHtmlSanitizer.sanitize("<sub>".repeat(20_000) + "tief", warnings::add).orElseThrow();

        assertThat(PlainText.of(clean)).isEqualTo("tief");
        assertThat(clean.length()).isLessThan(200);
    }
}
