package org.depesche.intake.importer.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void lineEndsOfBothKindsAndAMissingLastOneMakeNoDifference() throws IOException {
        assertThat(lines("a\nb\r\nc", 10)).containsExactly("1:a", "2:b", "3:c");
        assertThat(lines("a\nb\n", 10)).containsExactly("1:a", "2:b");
        assertThat(lines("", 10)).isEmpty();
    }

    @Test
    void emptyLinesCountAndAreBlank() throws IOException {
        assertThat(lines("a\n\n \r\nb", 10)).containsExactly("1:a", "2:(blank)", "3:(blank)", "4:b");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(lines("\uFEFFa\n\uFEFFb", 10)).containsExactly("1:a", "2:\uFEFFb");
    }

    @Test
    void aLineBeyondTheLimitIsOnlyCounted() throws IOException {
        assertThat(lines("12345\r\n123456\n1234567\n" + "x".repeat(200_000) + "\nb", 6))
                .containsExactly("1:12345", "2:123456", "3:(too long)", "4:(too long)", "5:b");
    }

    @Test
    void aLineMayBeLongerThanTheBuffer() throws IOException {
        var words = "w".repeat(300_000);

        assertThat(lines(words + "\nb", 1_000_000)).containsExactly("1:" + words, "2:b");
    }

    private static List<String> lines(String text, int limit) throws IOException {
        var lines = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), limit);
        var all = new ArrayList<String>();
        while (lines.advance()) {
            all.add(lines.number() + ":" + format(lines));
        }
        return all;
    }

    private static String format(LineReader lines) {
        if (lines.isTooLong()) {
            return "(too long)";
        }
        return lines.isBlank() ? "(blank)" : new String(lines.bytes(), 0, lines.length(), UTF_8);
    }
}
