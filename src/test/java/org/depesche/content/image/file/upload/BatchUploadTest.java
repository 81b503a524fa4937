package org.depesche.content.image.file.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.depesche.content.image.file.UploadConfig;
import org.depesche.media.metadata.PhotoFile;
import org.depesche.media.rendition.TestPictures;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Batches beyond what one request of a test client shows: their limit of bytes, and answers while they are sent. */
@QuarkusTest
class BatchUploadTest {

    private static final String PART = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n";
    private static final String END = "\r\n--x--\r\n";

    @Inject
    ImageUpload uploads;

    /** What a batch did, in its order. */
    private static final class Log implements BatchUpload.Receiver {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void store(BatchUpload.Place place, ImageUpload.CheckedFile file, Optional<byte[]> metadata) {
            lines.add(place.index() + " stored");
        }

        @Override
        public void refuse(BatchUpload.Place place, Problem problem) {
            lines.add(place.index() + " " + problem.type().slug());
        }
    }

    /** The first file fits, the second alone would, and the third is never read. */
    @Test
    void allFilesTogetherHaveALimitOfBytes() {
        var file = TestPictures.jpeg(300, 200);
        var batch = new BatchUpload(uploads, config("max-batch-size", file.length + 100 + ""));
        var log = new Log();
        var body = body(file, file, file);

        assertThatThrownBy(() -> batch.receive(new ByteArrayInputStream(body), "multipart/form-data; boundary=x", log))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE);
                    assertThat(problem.detail()).contains(String.valueOf(file.length + 100));
                });

        assertThat(log.lines).containsExactly("0 stored");
        var whole = new Log();
        new BatchUpload(uploads, config("max-batch-size", 3 * file.length + "")).receive(new ByteArrayInputStream(body),
                "multipart/form-data; boundary=x", whole);
        assertThat(whole.lines).containsExactly("0 stored", "1 stored", "2 stored");
    }

    /** One file is allowed, and the second is told; a batch of more than twice the parts ends. */
    @Test
    void aBatchHasALimitOfParts() {
        var batch = new BatchUpload(uploads, config("max-batch-files", "1"));
        var file = TestPictures.jpeg(30, 20);
        var log = new Log();

        assertThatThrownBy(() -> batch.receive(new ByteArrayInputStream(body(file, file, file, file, file)),
                "multipart/form-data; boundary=x", log)).isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE);
                    assertThat(problem.detail()).contains("4 parts");
                });

        assertThat(log.lines).containsExactly("0 stored", "1 too-large", "2 too-large", "3 too-large");
    }

    private static UploadConfig config(String name, String value) {
        return new SmallRyeConfigBuilder().withMapping(UploadConfig.class).addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(Map.of("depesche.media.upload." + name, value), "test", 100)).build()
                .getConfigMapping(UploadConfig.class);
    }

    /** The client holds the second file back until it has read the line of the first. */
    @Test
    void aLineArrivesWhileTheNextFileIsStillBeingSent() throws IOException {
        var body = body(unique(), unique());
        var second = body.length / 2 + 20;
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(120_000);
            var out = socket.getOutputStream();
            out.write(("POST /v1/editorial/images/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + Callers.ADMIN_KEY
                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + body.length
                    + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, second);
            out.flush();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            var first = nextLine(in);
            assertThat(first.getInt("index")).isZero();
            assertThat(first.getInt("status")).isEqualTo(201);
            assertThat(first.getString("renditions")).isEqualTo("pending");
            Callers.as("admin").get("/v1/editorial/images/" + first.getString("id")).then().statusCode(200);

            out.write(body, second, body.length - second);
            out.flush();
            assertThat(nextLine(in).getInt("index")).isEqualTo(1);
            assertThat(nextLine(in).getInt("created")).isEqualTo(2);
        }
    }

    /** Skips the head of the response and the sizes of its chunks. */
    private static JsonPath nextLine(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("{")) {
                return JsonPath.from(line);
            }
        }
        throw new AssertionError("the response ended");
    }

    private static byte[] body(byte[]... files) {
        var body = new ByteArrayOutputStream();
        for (var file = 0; file < files.length; file++) {
            body.writeBytes(((file == 0 ? "" : "\r\n") + PART.formatted(file + ".jpg")).getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(files[file]);
        }
        body.writeBytes(END.getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static byte[] unique() {
        var jpeg = TestPictures.jpeg(90, 60);
        var head = new PhotoFile().segment(0xFE, UniqueNames.of("batch").getBytes(StandardCharsets.UTF_8)).head();
        var all = Arrays.copyOf(head, head.length + jpeg.length - 2);
        System.arraycopy(jpeg, 2, all, head.length, jpeg.length - 2);
        return all;
    }
}
