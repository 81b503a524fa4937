package org.depesche.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Requirements;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** The recipes for copies follow whatever their articles show, read no more than that, and start again where they have to. */
@QuarkusTest
class CopyRecipesTest {

    @Test
    void theCopiesStayEqualToTheSource() throws Exception {
        var check = start("src/test/recipes/check-copies.mjs", Callers.ADMIN_KEY);
        try {
            var output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(check.exitValue()).as(output).isZero();
        } finally {
            check.destroyForcibly();
        }
    }

    private static Process start(String... arguments) {
        try {
            var command = new ProcessBuilder(new ArrayList<>(List.of(arguments))).redirectErrorStream(true);
            command.command().add(0, "node");
            command.environment().put("CONTENT_API_URL", "http://localhost:" + RestAssured.port);
            return command.start();
        } catch (IOException e) {
            Requirements.skipOrFail("node", "node is not installed");
            throw new AssertionError(e);
        }
    }
}
