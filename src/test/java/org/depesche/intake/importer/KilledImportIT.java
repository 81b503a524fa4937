package org.depesche.intake.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;

import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An import completes although its process is killed several times. */
class KilledImportIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECORDS = 12_000;
    private static final int KILLS = 4;

    private final Random moment = new Random();

    @Test
    void aKilledImportFinishesWithoutLossOrRepeat() throws Exception {
        var launcher = PackagedService.in(TestFolders.emptyFolder("killed import"))
                .withEnvironment("DEPESCHE_ADMIN_KEY", PackagedImport.KEY)
                .withEnvironment("DEPESCHE_IMPORTER_LEASE", "PT3S");
        var service = launcher.start();
        var sent = PackagedImport.sent(service, () -> GeneratedRecords.stream(RECORDS));

        for (var kills = 0; kills < KILLS; kills++) {
            killInTheMiddle(service, sent);
            service = launcher.start();
        }

        try (var last = service) {
            await().atMost(Duration.ofMinutes(5)).until(() -> sent.isOver(last));
            var view = sent.view(last);
            assertThat(view.path("state").asText()).isEqualTo("finished");
            assertThat(view.path("read").asInt()).isEqualTo(RECORDS);
            assertThat(view.path("created").asInt()).isEqualTo(RECORDS);
            assertThat(json(last, "/v1/articles?limit=1&total=true").at("/page/total").asInt()).isEqualTo(RECORDS);
            eachWasPublishedOnce(last);
        }
    }

    private void killInTheMiddle(PackagedService service, PackagedImport sent) throws InterruptedException {
        var before = sent.view(service).path("read").asInt();
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20))
                .until(() -> sent.view(service).path("read").asInt() > before);
        Thread.sleep(moment.nextInt(300));
        assertThat(sent.isOver(service)).as("the import is over before the service is killed").isFalse();
        service.kill();
    }

    /** Checks that each published article has exactly one entry in the change log, and that no sequence is missing. */
    private static void eachWasPublishedOnce(PackagedService service) throws IOException, InterruptedException {
        var published = new HashSet<String>();
        var entries = 0;
        var sequence = 0L;
        for (var items = changes(service, 0); !items.isEmpty(); items = changes(service, sequence)) {
            for (var entry : items) {
                sequence++;
                assertThat(entry.path("sequence").asLong()).isEqualTo(sequence);
                if (entry.path("type").asText().equals("article.published")) {
                    entries++;
                    published.add(entry.path("id").asText());
                }
            }
        }
        assertThat(entries).isEqualTo(RECORDS);
        assertThat(published).hasSize(RECORDS);
    }

    private static JsonNode changes(PackagedService service, long since) throws IOException, InterruptedException {
        return json(service, "/v1/changes?limit=100&since=" + since).path("items");
    }

    private static JsonNode json(PackagedService service, String path) throws IOException, InterruptedException {
        return JSON.readTree(service.get(path));
    }
}
