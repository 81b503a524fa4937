package org.depesche.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chapters on clients show the very code and commands that {@code .ci/clients} and {@code .ci/typescript} run. */
class ClientChaptersTest {

    private static final Path CLIENTS = Path.of("src/test/clients");

    @ParameterizedTest
    @CsvSource({ "ts,../typescript/body.ts", "kotlin,kotlin/Body.kt", "swift,swift/Body.swift", "java,java/Body.java" })
    void theChapterOnNewerBodiesShowsTheCodeThatIsCompiled(String language, String file) throws IOException {
        assertThat(fences("newer-bodies", language)).containsExactly(Files.readString(CLIENTS.resolve(file)));
    }

    @Test
    void everyCommandForAClientIsOneThatTheChecksRun() throws IOException {
        var checks = Files.readString(Path.of(".ci/clients"));

        var commands = fences("make-a-client", "sh").stream().filter(command -> command.startsWith("openapi-generator-cli"))
                .filter(command -> !command.contains("swift6")).toList();

        assertThat(commands).hasSize(3).allSatisfy(command -> {
            assertThat(checks).contains(generation(command));
            assertThat(options(command)).isNotEmpty().allSatisfy(option -> assertThat(checks).contains(option));
        });
    }

    @Test
    void theSettingsThatClientsNeedAreThoseOfTheChecks() throws IOException {
        assertThat(Files.readString(CLIENTS.resolve("kotlin/Client.kt")))
                .contains(fences("make-a-client", "kotlin").get(0).strip());
        assertThat(Files.readString(Path.of("src/test/typescript/reader.ts")))
                .contains(fences("make-a-client", "ts").get(0).strip());
    }

    private static List<String> fences(String chapter, String language) throws IOException {
        var text = Files.readString(MarkdownFile.FOLDER.resolve(chapter + ".md"));
        return Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(text).results().map(found -> found.group(1))
                .toList();
    }

    /** The generator and the document, as {@code generate} of {@code .ci/clients} takes them. */
    private static String generation(String command) {
        return Pattern.compile("-g (\\S+ )-i (\\S+)").matcher(command).results().map(found -> found.group(1) + found.group(2))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> options(String command) {
        return Stream.of(command.split("\\s+")).filter(word -> word.startsWith("--")).toList();
    }
}
