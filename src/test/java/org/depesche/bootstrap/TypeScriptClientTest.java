package org.depesche.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Requirements;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A front end in src/test/typescript reads the running service with types generated from the OpenAPI document alone. */
@QuarkusTest
class TypeScriptClientTest {

    @TestHTTPResource
    URI address;

    @Test
    void aTypedFrontEndReadsAndWritesAsTheDocumentSays() throws Exception {
        if (!Files.isDirectory(Path.of(".ci/node_modules")) || !nodeIsThere()) {
            Requirements.skipOrFail("node", "node is absent, or what `npm ci --prefix .ci` installs");
        }
        publishTheSample();
        await().until(() -> !given().get("/v1/search?q=Markthalle").path("items").equals(List.of()));

        var programs = new ProcessBuilder(".ci/typescript", address.toString(), Callers.key("editor"))
                .redirectErrorStream(true).start();
        var words = new String(programs.getInputStream().readAllBytes());

        assertThat(programs.waitFor()).as(words).isZero();
        assertThat(words).contains("reader: all is as the document says", "writer: all is as the document says");
    }

    private static void publishTheSample() throws IOException {
        try (var articles = TypeScriptClientTest.class.getResourceAsStream("/sample/articles.ndjson")) {
            var running = Callers.as("admin").contentType("application/x-ndjson").body(articles.readAllBytes())
                    .post("/v1/editorial/imports?unknownCategory=create").then().statusCode(202).extract().header("Location");
            await().atMost(Duration.ofMinutes(1)).until(() -> Callers.as("admin").get(URI.create(running)).path("state"),
                    "finished"::equals);
        }
    }

    private static boolean nodeIsThere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
