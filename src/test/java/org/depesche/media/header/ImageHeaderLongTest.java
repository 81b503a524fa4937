package org.depesche.media.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.depesche.testkit.ProcessorTime;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every real photo, cut at every percent and changed at random places near its beginning. */
class ImageHeaderLongTest {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int CHANGED_BYTES = 2_000;

    @TempDir
    Path folder;

    @Test
    void aPhotoCutAnywhereIsReadOrRefused() throws IOException {
        for (var photo : photos()) {
            var content = Files.readAllBytes(photo);
            for (var percent = 0; percent < 100; percent++) {
                readOrRefuse(photo, Arrays.copyOf(content, (int) ((long) content.length * percent / 100)));
            }
        }
    }

    @Test
    void aPhotoChangedAnywhereIsReadOrRefused() throws IOException {
        var random = new Random(15);
        for (var photo : photos()) {
            var content = Files.readAllBytes(photo);
            for (var round = 0; round < 200; round++) {
                var changed = content.clone();
                for (var change = 0; change < 3; change++) {
                    changed[random.nextInt(Math.min(changed.length, CHANGED_BYTES))] = (byte) random.nextInt(256);
                }
                readOrRefuse(photo, changed);
            }
        }
    }

    private void readOrRefuse(Path photo, byte[] content) throws IOException {
        var start = ProcessorTime.ofThread();
        try (var channel = Files.newByteChannel(Files.write(folder.resolve("image"), content))) {
            new ImageHeaderReader(ImageLimits.DEFAULT).read(channel);
        } catch (ImageRefusal refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        assertThat(ProcessorTime.ofThread().minus(start)).describedAs(photo.toString()).isLessThan(LONGEST);
    }

    private static List<Path> photos() throws IOException {
        try (var files = Files.walk(SharedMaterial.file("data/photos"))) {
            return files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".json")).toList();
        }
    }
}
