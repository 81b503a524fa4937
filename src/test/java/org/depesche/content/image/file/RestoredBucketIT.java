package org.depesche.content.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;

import org.apache.commons.io.file.PathUtils;
import org.depesche.media.rendition.TestPictures;
import org.depesche.testkit.Callers;
import org.depesche.testkit.PackagedService;
import org.depesche.testkit.S3Server;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;

import io.restassured.path.json.JsonPath;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The backup of the chapter on backups: the database first, the bucket second, and the originals alone. */
@EnabledOnOs(LINUX)
@EnabledIf("org.depesche.testkit.S3Server#isPossible")
class RestoredBucketIT {

    private static final String IMAGES = "/v1/editorial/images";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIVE = "live/";
    private static final String RESTORED = "restored/";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void picturesAnswerFromARestoredDatabaseAndBucket() throws Exception {
        var folder = TestFolders.emptyFolder("backed-up");
        var restored = TestFolders.emptyFolder("restored").resolve("data");
        var photo = TestPictures.jpeg(900, 600);
        String id;
        String src;
        byte[] rendition;
        try (var service = start(folder, LIVE)) {
            id = upload(service, photo).getString("id");
            await().until(() -> "ready".equals(image(service, id).getString("file.renditions")));
            src = path(image(service, id));
            rendition = get(service, src).body();
            service.stop();
            PathUtils.copyDirectory(folder, restored);
        }
        try (var bucket = bucket()) {
            copyOriginals(bucket);
            try (var service = start(restored, RESTORED)) {
                assertThat(image(service, id).getString("alt")).isEqualTo("Vier Farben");
                assertThat(path(image(service, id))).isEqualTo(src);
                assertThat(sha256(get(service, IMAGES + "/" + id + "/file").body())).isEqualTo(sha256(photo));
                assertThat(get(service, src).statusCode()).isEqualTo(503);
                await().until(() -> get(service, src).statusCode() == 200);
                assertThat(sha256(get(service, src).body())).isEqualTo(sha256(rendition));
                assertThat(upload(service, photo).getList("duplicateOf", String.class)).containsExactly(id);
            }
            assertThat(bucket.listObjectsV2(request -> request.bucket(S3Server.BUCKET).prefix(RESTORED)).contents())
                    .extracting(S3Object::key).anyMatch(key -> key.startsWith(RESTORED + "rendition/" + id));
        }
    }

    /** As {@code aws s3 sync} does. */
    private static void copyOriginals(S3Client bucket) {
        var originals = bucket.listObjectsV2(request -> request.bucket(S3Server.BUCKET).prefix(LIVE + "original/")).contents();
        assertThat(originals).hasSize(1);
        originals.forEach(original -> bucket.copyObject(copy -> copy.sourceBucket(S3Server.BUCKET).sourceKey(original.key())
                .destinationBucket(S3Server.BUCKET).destinationKey(original.key().replaceFirst(LIVE, RESTORED))));
    }

    private static PackagedService start(Path folder, String prefix) {
        return PackagedService.in(folder).withEnvironment("DEPESCHE_ADMIN_KEY", Callers.ADMIN_KEY)
                .withEnvironment("DEPESCHE_MEDIA_STORAGE_FOLDER", folder.resolve("media").toString())
                .withEnvironment("DEPESCHE_MEDIA_STORAGE_S3_BUCKET", S3Server.BUCKET)
                .withEnvironment("DEPESCHE_MEDIA_STORAGE_S3_ENDPOINT", S3Server.ensureRunning().toString())
                .withEnvironment("DEPESCHE_MEDIA_STORAGE_S3_PATH_STYLE", "true")
                .withEnvironment("DEPESCHE_MEDIA_STORAGE_S3_PREFIX", prefix)
                .withEnvironment("DEPESCHE_MEDIA_STORAGE_S3_ACCESS_KEY_ID", "test")
                .withEnvironment("DEPESCHE_MEDIA_STORAGE_S3_SECRET_ACCESS_KEY", "test").start();
    }

    private static S3Client bucket() {
        return S3Client.builder().endpointOverride(S3Server.ensureRunning()).region(Region.US_EAST_1).forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    private JsonPath upload(PackagedService service, byte[] photo) throws IOException, InterruptedException {
        var head = "--x\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n{\"alt\": \"Vier Farben\"}\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
        var body = BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(photo),
                BodyPublishers.ofString("\r\n--x--\r\n"));
        var response = http.send(request(service, IMAGES).header("Content-Type", "multipart/form-data; boundary=x").POST(body)
                .build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(201);
        return JsonPath.from(response.body());
    }

    private JsonPath image(PackagedService service, String id) throws IOException, InterruptedException {
        return JsonPath.from(new String(get(service, IMAGES + "/" + id).body(), StandardCharsets.UTF_8));
    }

    private static String path(JsonPath image) {
        return URI.create(image.getString("src")).getPath();
    }

    private HttpResponse<byte[]> get(PackagedService service, String path) throws IOException, InterruptedException {
        return http.send(request(service, path).build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(PackagedService service, String path) {
        return HttpRequest.newBuilder(service.address(path)).timeout(PATIENCE).header("Authorization",
                "Bearer " + Callers.ADMIN_KEY);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
