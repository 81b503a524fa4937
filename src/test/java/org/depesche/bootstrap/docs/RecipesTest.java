package org.depesche.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chapters show the very files that {@code .ci/recipes} runs. */
class RecipesTest {

    private static final Path FOLDER = Path.of("src/test/recipes");
    private static final List<String> UNSHOWN = List.of("check.mjs", "check-copies.mjs", "next/package.json",
            "next/next.config.mjs",
            "next/app/layout.js");

    @ParameterizedTest
    @MethodSource("recipes")
    void theChapterShowsTheFile(Path file) throws IOException {
        var chapter = file.endsWith("copy.mjs") ? "exact-copies.md" : "front-ends.md";

        assertThat(Files.readString(Path.of("src/main/docs", chapter))).contains("\n" + Files.readString(file) + "```\n");
    }

    @Test
    void allFilesThatAreNotShownExist() {
        assertThat(UNSHOWN).allMatch(file -> Files.isRegularFile(FOLDER.resolve(file)));
    }

    private static List<Path> recipes() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !UNSHOWN.contains(FOLDER.relativize(file).toString().replace('\\', '/'))).toList();
        }
    }
}
