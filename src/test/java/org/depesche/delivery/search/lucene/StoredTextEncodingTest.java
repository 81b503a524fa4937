package org.depesche.delivery.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.apache.lucene.util.BytesRef;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "Grüße an „alle“ – 🦆", "\u0000\u0001", "aaaaaaaaaaaaaaaaaaaaaaaaaa" })
    void textsAreReadAsTheyWereWritten(String text) throws IOException {
        var stored = new StoredText("de", "", text, text + text, text.repeat(3));

        assertThat(StoredTextEncoding.decode(StoredTextEncoding.encode(stored))).isEqualTo(stored);
    }

    @Test
    void aValueIsReadFromTheMiddleOfABuffer() throws IOException {
        var stored = new StoredText("de", "Hafen", "Der Kran", "", "Er steht. ".repeat(20_000));
        var value = StoredTextEncoding.encode(stored);
        var buffer = new byte[value.length + 7];
        System.arraycopy(value.bytes, value.offset, buffer, 3, value.length);

        assertThat(value.length).as("compressed").isLessThan(20_000);
        assertThat(StoredTextEncoding.decode(new BytesRef(buffer, 3, value.length))).isEqualTo(stored);
    }
}
