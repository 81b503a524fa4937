package org.depesche.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import org.depesche.testkit.Requirements;
import org.depesche.testkit.TestPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receivers of the chapter take what Depesche sends, and refuse what somebody else sends. */
class WebhookRecipesTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"type\": \"article.updated\", \"data\": {\"id\": \"é\u2028\", \"n\": 1.0}}"
            .getBytes(StandardCharsets.UTF_8);

    private final int port = TestPorts.free();
    @TempDir
    Path folder;

    @Test
    void theNodeReceiverVerifies() throws Exception {
        verifies("node", "js", "receiver.mjs");
    }

    @Test
    void thePythonReceiverVerifies() throws Exception {
        verifies("python3", "python", "receiver.py");
    }

    @Test
    void theJavaReceiverVerifies() throws Exception {
        verifies(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "java", "Receiver.java");
    }

    /** A build of a site may put what it knows of the environment into the code, and then the secret is missing. */
    @Test
    void everyReceiverReadsTheSecretWhenItRuns() throws Exception {
        var chapter = Files.readString(Path.of("src/main/docs/webhooks.md"));
        var receivers = chapter.substring(chapter.indexOf("## Receivers")).split("```\n");

        assertThat(receivers).filteredOn(block -> block.contains("WEBHOOK_SECRET")).hasSizeGreaterThan(4)
                .allMatch(block -> block.contains("process.env.WEBHOOK_SECRET")
                        || block.contains("os.environ['WEBHOOK_SECRET']")
                        || block.contains("System.getenv(\"WEBHOOK_SECRET\")") || block.startsWith("## Receivers"));
    }

    private void verifies(String runtime, String language, String file) throws Exception {
        Files.writeString(folder.resolve(file), recipe(language));
        var process = start(runtime, file);
        try {
            var message = new Message("msg_1", "article.updated", BODY);
            await().ignoreExceptionsInstanceOf(ConnectException.class)
                    .until(() -> post(message, BODY, Instant.now()) == 204);
            var changed = new String(BODY, StandardCharsets.UTF_8).replace("1.0", "1");

            assertThat(post(message, changed.getBytes(StandardCharsets.UTF_8), Instant.now())).isEqualTo(401);
            assertThat(post(message, BODY, Instant.now().minusSeconds(3_600))).isEqualTo(401);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String runtime, String file) {
        try {
            var builder = new ProcessBuilder(runtime, file).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.txt").toFile());
            builder.environment().put("WEBHOOK_SECRET", SECRET);
            builder.environment().put("PORT", Integer.toString(port));
            return builder.start();
        } catch (IOException e) {
            Requirements.skipOrFail(runtime, runtime + " is not installed");
            throw new AssertionError(e);
        }
    }

    private int post(Message message, byte[] body, Instant at) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .POST(BodyPublishers.ofByteArray(body));
        message.headers(List.of(SECRET), at).forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** The first block of code in that language. */
    private static String recipe(String language) throws IOException {
        var chapter = Files.readString(Path.of("src/main/docs/webhooks.md"));
        var found = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(chapter);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
