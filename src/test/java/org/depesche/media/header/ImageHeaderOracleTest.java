package org.depesche.media.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.depesche.media.header.ImageRefusal.Reason;
import org.depesche.testkit.ProcessorTime;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Real photos, compared with what ExifTool reads from them. */
class ImageHeaderOracleTest {

    private static final String FOLDER = "data/photos/";
    private static final Map<String, Reason> REFUSED = Map.of(
            "broken/sharp-corrupt-header.jpg", Reason.DAMAGED,
            "broken/sharp-giant-image.jpg", Reason.TOO_LARGE,
            "broken/tm-51432b02-02a8-11e7-9203-b42b1c43c0c3.jpg", Reason.DAMAGED,
            "broken/tm-broken-adobe-marker-bad-length.jpg", Reason.DAMAGED,
            "broken/tm-5145e95a-02a8-11e7-8372-4787a7307ab8.jpg", Reason.UNKNOWN_FORMAT,
            "broken/tm-broken-sos-before-sof.jpg", Reason.DAMAGED,
            "exiftool/XMP.svg", Reason.UNKNOWN_FORMAT,
            "formats/check.svg", Reason.UNKNOWN_FORMAT,
            "malicious/POC_img_phpinfo-CR.gif", Reason.DAMAGED);
    private static final Map<String, Integer> FRAMES = Map.of("formats/animated-loop-3.gif", 10,
            "formats/animated-loop-3.webp", 10);

    @Test
    void typeAndSizeAgreeWithExifTool() throws IOException {
        var wrong = new ArrayList<String>();
        for (var photo : oracle()) {
            var name = photo.path("SourceFile").asText().substring("photos/".length());
            if (!REFUSED.containsKey(name)) {
                var header = read(name);
                var found = header.format().mediaType() + " " + header.width() + " " + header.height() + " " + header.frames();
                if (!found.equals(expected(name, photo))) {
                    wrong.add(name + ": " + found + " but " + expected(name, photo));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void hostileFilesAreRefusedAtOnce() {
        for (var refused : REFUSED.entrySet()) {
            var start = ProcessorTime.ofThread();
            var refusal = catchThrowableOfType(ImageRefusal.class, () -> read(refused.getKey()));

            assertThat(refusal).describedAs(refused.getKey()).isNotNull();
            assertThat(refusal.reason()).describedAs(refused.getKey()).isEqualTo(refused.getValue());
            assertThat(ProcessorTime.ofThread().minus(start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    /** {@code Composite:ImageSize} is the size as stored, as in the header. */
    private static String expected(String name, JsonNode photo) {
        var sides = List.of(photo.path("Composite:ImageSize").asText().split(" "));
        var type = photo.path("File:MIMEType").asText();
        return type + " " + sides.get(0) + " " + sides.get(1) + " " + FRAMES.getOrDefault(name, 1);
    }

    private static ImageHeader read(String name) throws IOException {
        try (var channel = Files.newByteChannel(SharedMaterial.file(FOLDER + name))) {
            return new ImageHeaderReader(ImageLimits.DEFAULT).read(channel);
        }
    }

    private static JsonNode oracle() throws IOException {
        return new ObjectMapper().readTree(new ByteArrayInputStream(SharedMaterial.bytes(FOLDER + "exiftool-oracle.json")));
    }
}
