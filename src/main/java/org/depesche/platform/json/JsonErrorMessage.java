package org.depesche.platform.json;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Describes a JSON syntax error for the client. The parser's own messages name its options and Java classes. */
final class JsonErrorMessage {

    private static final Pattern DUPLICATE = Pattern.compile("^Duplicate \\D*?[\"'](.*)[\"']$", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("^Unexpected character \\('(.{1,2})' ", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("^(?:Unrecognized|Non-standard) token '([^']{0,60})", Pattern.DOTALL);
    private static final int MAX_QUOTED_LENGTH = 100;

    private JsonErrorMessage() {
    }

    /** @param isMultiline whether the text has several lines, so that the message includes the line number */
    static String of(JsonProcessingException failure, boolean isMultiline) {
        var location = failure.getLocation();
        var position = (isMultiline ? "line " + location.getLineNr() + ", " : "") + "column " + location.getColumnNr();
        return "The text is not valid JSON at " + position + ": " + reason(failure);
    }

    private static String reason(JsonProcessingException failure) {
        if (failure instanceof JsonEOFException) {
            return "it ends too early.";
        }
        var message = String.valueOf(failure.getOriginalMessage());
        return known(message).orElseGet(() -> unexpected(message));
    }

    private static String unexpected(String message) {
        var duplicate = DUPLICATE.matcher(message);
        if (duplicate.find()) {
            return "the member \"" + UnicodeText.abbreviated(duplicate.group(1), MAX_QUOTED_LENGTH) + "\" stands there twice.";
        }
        var character = CHARACTER.matcher(message);
        if (character.find()) {
            return "the character '" + UnicodeText.abbreviated(character.group(1), MAX_QUOTED_LENGTH) + "' cannot stand there.";
        }
        var word = WORD.matcher(message);
        if (word.find()) {
            return "\"" + UnicodeText.abbreviated(word.group(1), MAX_QUOTED_LENGTH)
                    + "\" is neither a string in quotes nor a number, true, false or null.";
        }
        return "it is not written as JSON demands.";
    }

    private static Optional<String> known(String message) {
        if (message.startsWith("Illegal unquoted character")) {
            return Optional.of("a control character in a string must be escaped.");
        }
        if (message.contains("numeric value")) {
            return Optional.of("a number is not written as JSON demands.");
        }
        return message.contains("character escape") ? Optional.of("a string holds an escape that JSON does not know.")
                : Optional.empty();
    }
}
