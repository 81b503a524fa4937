package org.depesche.platform.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminKeySourceTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void withoutSettingsThereIsNoKey() {
        assertThat(source(null, null).read()).isEmpty();
    }

    @Test
    void theKeyIsReadUnchanged() {
        assertThat(source(KEY, null).read()).contains(PlaintextKey.ofOperator(KEY));
    }

    @Test
    void aFilesLastLineBreakIsNotPartOfTheKey() throws IOException {
        assertThat(source(null, file(KEY + "\n")).read()).contains(PlaintextKey.ofOperator(KEY));
        assertThat(source(null, file(KEY + "\r\n")).read()).contains(PlaintextKey.ofOperator(KEY));
        assertThat(source(null, file(KEY)).read()).contains(PlaintextKey.ofOperator(KEY));
    }

    @Test
    void aShortKeyIsRefused() {
        assertRefused(source(KEY.substring(1), null), "DEPESCHE_ADMIN_KEY has 31 characters; an admin key has 32 or more.");
    }

    @Test
    void aFileWithAShortKeyIsRefused() throws IOException {
        assertRefused(source(null, file("secret\n")), "The file of DEPESCHE_ADMIN_KEY_FILE has 6 characters");
    }

    @Test
    void settingBothIsRejected() throws IOException {
        assertRefused(source(KEY, file(KEY)), "DEPESCHE_ADMIN_KEY and DEPESCHE_ADMIN_KEY_FILE are both set");
    }

    @Test
    void aMissingFileIsRejected() {
        assertRefused(source(null, folder.resolve("nowhere")), "DEPESCHE_ADMIN_KEY_FILE cannot be read");
    }

    @Test
    void aKeyThatAHeaderCannotContainIsRejected() throws IOException {
        assertRefused(source(null, file(KEY + "\nsecond line\n")), "cannot be sent in a header");
        assertRefused(source(KEY + " ", null), "cannot be sent in a header");
        assertRefused(source("x".repeat(513), null), "longer than 512 bytes");
    }

    private static void assertRefused(AdminKeySource source, String reason) {
        assertThatThrownBy(source::read).isInstanceOf(AdminKeyRefused.class).hasMessageContaining(reason)
                .hasMessageNotContaining("abcdef");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("key"), content);
    }

    private static AdminKeySource source(String key, Path file) {
        return new AdminKeySource(new AdminKeyConfig() {
            @Override
            public Optional<String> key() {
                return Optional.ofNullable(key);
            }

            @Override
            public Optional<Path> keyFile() {
                return Optional.ofNullable(file);
            }
        });
    }
}
