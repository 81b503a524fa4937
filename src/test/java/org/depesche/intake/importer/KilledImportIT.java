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

import io.restassured.path.json.JsonPath;

/** An import completes although its process is killed several times. */
class KilledImportIT {

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
            assertThat(view.getString("state")).isEqualTo("finished");
            assertThat(view.getInt("read")).isEqualTo(RECORDS);
            assertThat(view.getInt("created")).isEqualTo(RECORDS);
            assertThat(JsonPath.from(last.get("/v1/articles?limit=1&total=true")).getInt("page.total")).isEqualTo(RECORDS);
            eachWasPublishedOnce(last);
        }
    }

    private void killInTheMiddle(PackagedService service, PackagedImport sent) throws InterruptedException {
        var before = sent.view(service).getInt("read");
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20))
                .until(() -> sent.view(service).getInt("read") > before);
        Thread.sleep(moment.nextInt(300));
        assertThat(sent.isOver(service)).as("the import is over before the service is killed").isFalse();
        service.kill();
    }

    /** Checks that each published article has exactly one entry in the change log, and that no sequence is missing. */
    private static void eachWasPublishedOnce(PackagedService service) throws IOException, InterruptedException {
        var published = new HashSet<String>();
        var entries = 0;
        var sequence = 0L;
        for (var page = changes(service, 0); !page.getList("items").isEmpty(); page = changes(service, sequence)) {
            var first = sequence + 1;
            sequence += page.getList("items").size();
            assertThat(page.getLong("items[0].sequence")).isEqualTo(first);
            assertThat(page.getLong("items[-1].sequence")).isEqualTo(sequence);
            var ids = page.<String> getList("items.findAll { it.type == 'article.published' }.id");
            entries += ids.size();
            published.addAll(ids);
        }
        assertThat(entries).isEqualTo(RECORDS);
        assertThat(published).hasSize(RECORDS);
    }

    private static JsonPath changes(PackagedService service, long since) throws IOException, InterruptedException {
        return JsonPath.from(service.get("/v1/changes?limit=100&since=" + since));
    }
}
