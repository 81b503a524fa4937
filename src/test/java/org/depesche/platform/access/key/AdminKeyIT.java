package org.depesche.platform.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first admin key as an operator gets it: from the terminal, or from the environment. */
class AdminKeyIT {

    private static final Pattern KEY = Pattern.compile("dep_[a-z0-9]{8}_[A-Za-z0-9]{43}");
    private static final String CHOSEN = "operators-own-key-0123456789-abcdef";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder;

    @BeforeEach
    void anEmptyFolder() {
        folder = TestFolders.emptyFolder("admin key");
    }

    @Test
    void theFirstStartShowsTheKeyAndTheEnvironmentMayReplaceItLater() throws Exception {
        String printed;
        try (var first = PackagedService.in(folder).start()) {
            assertThat(keysIn(first)).hasSize(1);
            printed = keysIn(first).get(0);
            assertThat(opens(first, printed)).isTrue();
        }
        try (var second = PackagedService.in(folder).withEnvironment("DEPESCHE_ADMIN_KEY", printed).start()) {
            assertThat(keysIn(second)).isEmpty();
            assertThat(opens(second, printed)).isTrue();
        }
        var file = Files.writeString(folder.resolve("secret"), CHOSEN + "\n");
        try (var third = PackagedService.in(folder).withEnvironment("DEPESCHE_ADMIN_KEY_FILE", file.toString()).start()) {
            assertThat(opens(third, CHOSEN)).isTrue();
            assertThat(opens(third, printed)).isFalse();
            assertThat(third.output()).doesNotContain(CHOSEN);
        }
    }

    @Test
    void aKeyTooShortIsRejectedWithOneSentence() {
        try (var service = PackagedService.in(folder).withEnvironment("DEPESCHE_ADMIN_KEY", "tooshort").launch()) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output()).doesNotContain("\tat ").doesNotContain("tooshort").contains(
                    "Depesche cannot start: DEPESCHE_ADMIN_KEY has 8 characters; an admin key has 32 or more.");
        }
        assertThat(PackagedService.databasesIn(folder)).isEmpty();
    }

    private boolean opens(PackagedService service, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.address("/v1/editorial/keys")).header("Authorization", "Bearer " + key);
        return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
    }

    private static List<String> keysIn(PackagedService service) {
        return KEY.matcher(service.output()).results().map(MatchResult::group).toList();
    }
}
