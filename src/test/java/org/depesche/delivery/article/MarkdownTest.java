package org.depesche.delivery.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.depesche.content.body.Block;
import org.depesche.content.body.InlineText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1. Platz                        | 1\\. Platz
            12) Zeile                       | 12\\) Zeile
            - Strich<br>- noch einer        | \\- Strich  ~\\- noch einer
            Zeile<br>---                    | Zeile  ~\\---
            Zeile<br>===                    | Zeile  ~\\===
            <em>im Jahr</em> 2024. Danach   | *im Jahr* 2024. Danach
            -5 Grad                         | -5 Grad
            """)
    void aLineNeverBeginsABlock(String html, String markdown) {
        assertThat(paragraph(html)).isEqualTo(markdown.replace('~', '\n'));
    }

    @Test
    void aCharacterReferenceIsText() {
        assertThat(paragraph("AT&amp;amp;T, Kind &amp; Kegel")).isEqualTo("AT\\&amp;T, Kind & Kegel");
    }

    @Test
    void aPipeEndsNoCell() {
        var table = new Block.Table(null, List.of(new InlineText("a|b")),
                List.of(List.of(new InlineText("<code>c|d</code>"))));

        assertThat(Markdown.of(List.of(table))).isEqualTo("| a\\|b |\n| --- |\n| `c\\|d` |");
    }

    private static String paragraph(String html) {
        return Markdown.of(List.of(new Block.Paragraph(html)));
    }
}
