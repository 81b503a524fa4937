package org.depesche.content.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.depesche.media.metadata.PhotoFile;
import org.depesche.media.rendition.TestPictures;
import org.depesche.testkit.Callers;
import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

import io.restassured.path.json.JsonPath;

/**
 * The service is killed while it receives a file, between the file and its row, and while renditions are made; and clients
 * vanish in the middle of an upload. Afterwards each row has its files, and each file its row. It takes half a minute, because
 * a killed process has to be started again.
 */
@EnabledOnOs(LINUX)
class KilledUploadIT {

    private static final String IMAGES = "/v1/editorial/images";
    private static final Pattern DATABASE_PORT = Pattern.compile("Embedded MariaDB .* port=(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random();
    private final Path folder = TestFolders.emptyFolder("killed-upload");
    private final Path media = folder.resolve("media");
    private PackagedService.Launcher launcher;
    private PackagedService service;

    @BeforeEach
    void start() {
        launcher = PackagedService.in(folder).withEnvironment("DEPESCHE_ADMIN_KEY", Callers.ADMIN_KEY)
                .withEnvironment("DEPESCHE_MEDIA_STORAGE_FOLDER", media.toString())
                .withEnvironment("DEPESCHE_MEDIA_RENDITIONS_RETENTION", "PT2S")
                .withEnvironment("DEPESCHE_MEDIA_RENDITIONS_LEASE", "PT2S")
                .withEnvironment("DEPESCHE_MEDIA_RENDITIONS_SWEEP_INTERVAL", "PT1S");
        service = launcher.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void neitherAKilledServiceNorAVanishedClientLeavesAnything() throws Exception {
        clientsThatVanishLeaveNothing();

        // while a file is received, and between a file and its row
        var halfSent = sendPart(photo(1200, 800), 5);
        try (var locked = database()) {
            locked.createStatement().execute("lock tables image write");
            uploadInBackground(photo(300, 200));
            await().until(() -> files("original").size() == 1);
            service.kill();
        }
        halfSent.close();
        assertThat(files(".incoming")).isNotEmpty();

        // at any moment: files, rows, renditions
        service = launcher.start();
        IntStream.range(0, 5).forEach(file -> uploadInBackground(photo(900 + file, 600)));
        await().until(() -> !files("rendition").isEmpty());
        Thread.sleep(random.nextInt(1_500));
        service.kill();

        service = launcher.start();
        assertThat(upload(photo(500, 300)).statusCode()).isEqualTo(201);
        await().untilAsserted(this::rowsAndFilesAgree);
    }

    /** At every tenth of its length, without the sweep. */
    private void clientsThatVanishLeaveNothing() throws Exception {
        var photo = photo(900, 600);
        for (var tenth = 0; tenth < 10; tenth++) {
            sendPart(photo, tenth).close();
        }
        await().untilAsserted(() -> assertThat(files(".incoming")).isEmpty());
        assertThat(files("original")).isEmpty();
        assertThat(images().getInt("page.total")).isZero();
    }

    private void rowsAndFilesAgree() throws Exception {
        var images = images();
        assertThat(images.getList("items.file.renditions", String.class)).isNotEmpty().containsOnly("ready");
        assertThat(names("original")).isEqualTo(Set.copyOf(images.getList("items.sha256", String.class)));
        var folders = files("rendition").stream().map(file -> file.getParent().getParent().getFileName() + "/"
                + file.getParent().getFileName()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(folders).isEqualTo(images.getList("items.src", String.class).stream()
                .map(src -> src.replaceAll(".*/media/([^/]+/[^/]+)/.*", "$1")).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(files(".incoming")).isEmpty();
        assertThat(files(".parts")).isEmpty();
        for (var src : images.getList("items.src", String.class)) {
            assertThat(send(HttpRequest.newBuilder(service.address(src.replaceAll(".*/media/", "/media/")))).statusCode())
                    .isEqualTo(200);
        }
    }

    private JsonPath images() throws Exception {
        return JsonPath.from(send(authorized(IMAGES + "?limit=100&total=true")).body());
    }

    private Set<String> names(String kind) throws IOException {
        return files(kind).stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }

    private Set<Path> files(String kind) throws IOException {
        var start = media.resolve(kind);
        if (!Files.isDirectory(start)) {
            return Set.of();
        }
        try (var files = Files.walk(start)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        } catch (UncheckedIOException deletedMeanwhile) {
            return files(kind);
        }
    }

    private byte[] photo(int width, int height) {
        var jpeg = TestPictures.jpeg(width, height);
        var all = new ByteArrayOutputStream();
        all.writeBytes(new PhotoFile().segment(0xFE, Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII))
                .head());
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    private static byte[] multipart(byte[] photo) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(photo);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    /** Announces the whole body, and sends some tenths of it. */
    private Socket sendPart(byte[] photo, int tenths) throws IOException {
        var body = multipart(photo);
        var socket = new Socket("127.0.0.1", service.port());
        var out = socket.getOutputStream();
        out.write(("POST " + IMAGES + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Callers.ADMIN_KEY
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, body.length * tenths / 10);
        out.flush();
        return socket;
    }

    private void uploadInBackground(byte[] photo) {
        CompletableFuture.runAsync(() -> {
            try {
                upload(photo);
            } catch (IOException | InterruptedException killed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private HttpResponse<String> upload(byte[] photo) throws IOException, InterruptedException {
        return send(authorized(IMAGES).header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(multipart(photo))));
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(service.address(path)).header("Authorization", "Bearer " + Callers.ADMIN_KEY);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private Connection database() throws IOException, SQLException {
        var port = DATABASE_PORT.matcher(service.output());
        assertThat(port.find()).isTrue();
        var accounts = new Properties();
        accounts.load(new StringReader(Files.readString(folder.resolve("mariadb.accounts"))));
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port.group(1) + "/depesche?sslMode=disable",
                "depesche_migration", accounts.getProperty("migration"));
    }
}
