package org.depesche.intake.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.restassured.path.json.JsonPath;

/** Not a test but a measurement: {@code -Pintegration -Ddepesche.measure=1000000 -Dit.test=ImportSpeedIT}. */
@EnabledIfSystemProperty(named = "depesche.measure", matches = "\\d+")
class ImportSpeedIT {

    private static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(");

    @Test
    void articlesASecondInBoundedMemory() throws Exception {
        var count = Integer.getInteger("depesche.measure");
        var folder = TestFolders.emptyFolder("import speed");
        var collections = folder.resolve("gc.log");
        try (var service = PackagedService.in(folder).withEnvironment("DEPESCHE_ADMIN_KEY", PackagedImport.KEY)
                .withEnvironment("DEPESCHE_EMBEDDED_DATABASE_BUFFER_POOL", "1G")
                .withEnvironment("DEPESCHE_EMBEDDED_DATABASE_REDO_LOG", "512M")
                .withEnvironment("JDK_JAVA_OPTIONS", "-Xmx512m -Xlog:gc:file='" + collections + "'").start()) {
            var since = System.nanoTime();
            var sent = PackagedImport.sent(service, () -> GeneratedRecords.stream(count));
            var received = System.nanoTime();
            while (!sent.isOver(service)) {
                Thread.sleep(1_000);
                System.out.printf("%.0f s: %d%n", (System.nanoTime() - since) / 1e9, sent.view(service).getLong("read"));
            }
            var seconds = (System.nanoTime() - since) / 1e9;

            System.out.printf("%d articles in %.1f s (%.1f s of it upload): %.0f a second; processor a thousand: %.0f ms JVM, "
                    + "%.0f ms database; peak: heap %d MB, RSS %s%n", count, seconds, (received - since) / 1e9, count / seconds,
                    seconds(service.pid()) * 1e6 / count, seconds(database(folder)) * 1e6 / count, peak(collections),
                    residentPeak(service.pid()));
            assertThat(sent.view(service).getInt("created")).isEqualTo(count);
            assertThat(JsonPath.from(service.get("/v1/articles?limit=1&total=true")).getInt("page.total")).isEqualTo(count);
        }
    }

    private static long database(Path folder) {
        return PackagedService.databasesIn(folder).get(0).pid();
    }

    private static double seconds(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElseThrow().toMillis() / 1e3;
    }

    private static int peak(Path collections) throws IOException {
        return HEAP.matcher(Files.readString(collections)).results().mapToInt(heap -> Integer.parseInt(heap.group(1))).max()
                .orElse(0);
    }

    private static String residentPeak(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmHWM"))
                .findFirst().orElse("unknown");
    }
}
