package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class CacheTagTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final UUID ID = UUID.fromString("01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");
    /** A string literal that begins as a cache tag with an id does. A description of the API is no such literal. */
    private static final Pattern LITERAL = Pattern
            .compile("\"(article|list|related|category|tag|author|image|site|collection):[a-z:]*\"");

    @Test
    void aTagIsSpelledInItsClassAlone() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var spelledElsewhere = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("platform/http/CacheTag.java"))
                    .filter(file -> LITERAL.matcher(read(file)).find());

            assertThat(spelledElsewhere).isEmpty();
        }
    }

    @Test
    void theLiteralOfATagIsFound() {
        assertThat(LITERAL.matcher("tags.add(\"list:all\")").find()).isTrue();
        assertThat(LITERAL.matcher("\"list:category:\" + id").find()).isTrue();
        assertThat(LITERAL.matcher("\"image:\" + id").find()).isTrue();
        assertThat(LITERAL.matcher("node.get(\"image\")").find()).isFalse();
    }

    @Test
    void aTagHasAKindAndACompactId() {
        assertThat(CacheTag.article(ID).text()).matches("article:[A-Za-z0-9_-]{22}");
        assertThat(CacheTag.listOfCategory(ID).text()).startsWith("list:category:");
        assertThat(CacheTag.listOfCategory(ID).kind()).isEqualTo("list");
        assertThat(CacheTag.relatedToCategory(ID).kind()).isEqualTo("related:category");
        assertThat(CacheTag.TAGS.kind()).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
