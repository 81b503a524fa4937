package org.depesche.intake.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

import org.depesche.testkit.Callers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Not a test but a measurement: {@code -Ddepesche.measure=50000 -Dtest=ImportSpeedTest}. */
@QuarkusTest
@EnabledIfSystemProperty(named = "depesche.measure", matches = "\\d+")
class ImportSpeedTest {

    private static final int WARM_UP = 5_000;

    @Test
    void articlesASecond() throws Exception {
        var count = Integer.getInteger("depesche.measure");
        var all = GeneratedRecords.of(WARM_UP + count);
        var cut = beginOf(WARM_UP, all);
        sent(Arrays.copyOf(all, cut));

        var since = System.nanoTime();
        var cpu = cpu();
        var database = database();
        var ended = sent(Arrays.copyOfRange(all, cut, all.length));
        var seconds = (System.nanoTime() - since) / 1e9;

        Log.infof("%d articles in %.1f s: %.0f a second; processor a thousand: %.0f ms here, %.0f ms database", count, seconds,
                count / seconds, (cpu() - cpu) / 1e6 / count * 1000, (database() - database) * 1000.0 / count * 1000);
        assertThat(ended.count("created")).isEqualTo((long) count);
    }

    /** REST Assured would hold the body several times. */
    private static ImportRequest.FinishedImport sent(byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest
                .newBuilder(URI
                        .create(RestAssured.baseURI + ":" + RestAssured.port + ImportRequest.PATH + "?unknownCategory=create"))
                .header("Authorization", "Bearer " + Callers.ADMIN_KEY).header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return ImportRequest.awaitEnd(JsonPath.from(answer.body()).getString("id"));
    }

    private static int beginOf(int line, byte[] all) {
        var at = 0;
        for (var lines = 0; lines < line; at++) {
            lines += all[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Seconds of processor that the server took. */
    private static double database() {
        return ProcessHandle.current().children().flatMap(child -> child.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toMillis() / 1000.0).sum();
    }
}
