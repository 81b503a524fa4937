package org.depesche.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Requirements;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** The recipes for copies follow whatever their articles show, read no more than that, and start again where they have to. */
@QuarkusTest
class CopyRecipesTest {

    @Test
    void theCopiesStayEqualToTheSource() throws Exception {
        var output = TestFolders.own().resolve("check-copies.txt");
        var check = start(output, "src/test/recipes/check-copies.mjs", Callers.ADMIN_KEY);
        try {
            var hasEnded = check.waitFor(1, TimeUnit.MINUTES);

            assertThat(hasEnded).as(() -> "ended within a minute: " + read(output)).isTrue();
            assertThat(check.exitValue()).as(() -> read(output)).isZero();
        } finally {
            check.destroyForcibly();
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(Path output, String... arguments) {
        try {
            var command = new ProcessBuilder(new ArrayList<>(List.of(arguments))).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            command.command().add(0, "node");
            command.environment().put("CONTENT_API_URL", "http://localhost:" + RestAssured.port);
            return command.start();
        } catch (IOException e) {
            Requirements.skipOrFail("node", "node is not installed");
            throw new AssertionError(e);
        }
    }
}
