package org.depesche.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://user@www.example.org/x       | must have neither a user nor a password before its host.
            https://user:word@www.example.org    | must have neither a user nor a password before its host.
            https://@www.example.org/            | must have neither a user nor a password before its host.
            ftp://user@www.example.org/x         | must be an absolute address with http or https.
            /x@y                                 | must be an absolute address with http or https.
            www.example.org                      | must be an absolute address with http or https.
            https:///x                           | must be an absolute address with a valid host.
            https:x@y                            | must be an absolute address with a valid host.
            https://a b/                         | must be an absolute address with a valid host.
            """)
    void theMistakeIsTheOneThatTheAddressHas(String text, String mistake) {
        assertThat(WebUrl.parse(text)).isEmpty();
        assertThat(WebUrl.mistake(text, WebUrl.HTTP)).isEqualTo(mistake);
    }

    @ParameterizedTest
    @CsvSource({ "1, 1976", "700, 0" })
    void anAddressThatIsTooLongIsCalledTooLong(int umlauts, int letters) {
        var text = "https://www.example.org/" + "ä".repeat(umlauts) + "a".repeat(letters);

        assertThat(WebUrl.parse(text)).isEmpty();
        assertThat(WebUrl.mistake(text, WebUrl.HTTP)).isEqualTo("must have at most 2000 characters, percent-encoded.");
    }
}
