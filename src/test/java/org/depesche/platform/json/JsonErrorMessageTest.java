package org.depesche.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.depesche.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonErrorMessageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{\"a\": | ends too early", "{\"a\": \"b | ends too early",
            "{\"a\": 1, \"a\": 2} | member \"a\" stands there twice", "{\"a\": 1,} | '}' cannot stand there",
            "{\"a\": 01} | number is not written", "{\"a\": nul} | \"nul\" is neither", "{\"a\": NaN} | \"NaN\" is neither",
            "{\"a\": \"\\x\"} | escape", "{'a': 1} | cannot stand there", "{\"a\": \"\t\"} | control character",
            "{\"a\": .5} | ", "{\"a\": +5} | ", "// x | ", "{\"a\": \"\\u12\"} | escape", "{\"a\": tru€} | ",
            "{\"a\": 1e} | number is not written", "{\"a\": Infinity} | \"Infinity\" is neither" })
    void messagesDoNotNameTheParser(String json, String words) {
        var detail = detail(json);

        assertThat(detail).startsWith("The text is not valid JSON at column ").contains(words == null ? "" : words)
                .doesNotContainIgnoringCase("Feature").doesNotContain("Parser", "Reader", "[Source", "CTRL-CHAR", "code ");
    }

    @Test
    void theMessageOfAMultilineTextHasTheLine() {
        assertThat(detail("{\n\"a\": x}")).contains("at line 2, column 6");
        assertThat(detail("{\"a\": x}")).contains("at column 7");
    }

    private static String detail(String json) {
        return catchThrowableOfType(Problem.class, () -> JsonForm.parse(json.getBytes(UTF_8))).detail();
    }
}
