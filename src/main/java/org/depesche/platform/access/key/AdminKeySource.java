package org.depesche.platform.access.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the operator's admin key, and rejects a key that no client could send. The service then does not start, because
 * otherwise nobody could log in.
 */
final class AdminKeySource {

    private static final Pattern LAST_LINE_BREAK = Pattern.compile("\\R\\z");

    private final AdminKeyConfig config;

    AdminKeySource(AdminKeyConfig config) {
        this.config = config;
    }

    Optional<PlaintextKey> read() {
        if (config.key().isPresent() && config.keyFile().isPresent()) {
            throw new AdminKeyRefused("DEPESCHE_ADMIN_KEY and DEPESCHE_ADMIN_KEY_FILE are both set. Set one of them.");
        }
        return config.key().map(key -> validate(key, "DEPESCHE_ADMIN_KEY"))
                .or(() -> config.keyFile().map(file -> validate(readFile(file), "The file of DEPESCHE_ADMIN_KEY_FILE")))
                .map(PlaintextKey::ofOperator);
    }

    private static String readFile(Path file) {
        try {
            // a text editor ends the last line with a line break, which is no part of the key
            return LAST_LINE_BREAK.matcher(Files.readString(file)).replaceFirst("");
        } catch (IOException e) {
            throw new AdminKeyRefused("DEPESCHE_ADMIN_KEY_FILE cannot be read as UTF-8 text: " + e);
        }
    }

    private static String validate(String key, String source) {
        var length = key.codePointCount(0, key.length());
        if (length < PlaintextKey.MIN_LENGTH) {
            throw new AdminKeyRefused("%s has %d characters; an admin key has %d or more."
                    .formatted(source, length, PlaintextKey.MIN_LENGTH));
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > PlaintextKey.MAX_LENGTH) {
            throw new AdminKeyRefused("%s is longer than %d bytes.".formatted(source, PlaintextKey.MAX_LENGTH));
        }
        if (!key.equals(key.strip()) || key.chars().anyMatch(Character::isISOControl)) {
            throw new AdminKeyRefused(source + " holds line breaks, control characters or spaces at an end;"
                    + " such a key cannot be sent in a header.");
        }
        return key;
    }
}
