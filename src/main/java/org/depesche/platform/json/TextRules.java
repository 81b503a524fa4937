package org.depesche.platform.json;

import java.util.Optional;
import java.util.function.Consumer;

import org.depesche.kernel.PlainText;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules for every text member. */
final class TextRules {

    private TextRules() {
    }

    static Optional<String> read(JsonNode value, int max, Consumer<String> reject) {
        if (!value.isTextual()) {
            reject.accept("must be a string, not " + JsonForm.typeName(value) + ".");
            return Optional.empty();
        }
        var text = value.textValue();
        var violation = violation(text, max);
        violation.ifPresent(reject);
        return violation.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> violation(String text, int max) {
        // Neither HTML nor XML can contain NUL, so it could only be stored by changing the text.
        if (text.indexOf('\0') >= 0) {
            return Optional.of("holds the NUL character (U+0000), which no text needs.");
        }
        if (PlainText.isBlank(text)) {
            return Optional.of("must not be blank.");
        }
        var length = text.length() <= max ? text.length() : text.codePointCount(0, text.length());
        return length <= max ? Optional.empty()
                : Optional.of("is " + length + " characters long; at most " + max + " are allowed.");
    }

}
