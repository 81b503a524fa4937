package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.header.ImageRefusal;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every photo, cut at 1 to 99 % of its length: it is refused, or nothing of its pixels was cut off. */
class TruncatedPhotosLongTest {

    private static final int SIDE = 64;

    private final ImageHeaderReader headers = new ImageHeaderReader(ImageLimits.DEFAULT);
    private final PhotoMetadataReader metadata = new PhotoMetadataReader(MetadataLimits.DEFAULT);
    private final PictureDecoder decoder = new PictureDecoder(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    @Test
    void aPhotoThatEndsEarlyIsRefusedOrWhole() throws IOException {
        var half = new ArrayList<String>();
        var refused = 0;
        for (var photo : photos()) {
            var content = Files.readAllBytes(photo);
            var whole = decode(content);
            for (var percent = 1; percent < 100 && whole.isPresent(); percent++) {
                var cut = decode(Arrays.copyOf(content, (int) ((long) content.length * percent / 100)));
                refused += cut.isEmpty() ? 1 : 0;
                if (cut.isPresent() && !Arrays.equals(cut.get().pixels(), whole.get().pixels())) {
                    half.add(photo.getFileName() + " at " + percent + " %");
                }
            }
        }

        assertThat(half).isEmpty();
        assertThat(refused).isGreaterThan(1_000);
    }

    private static List<Path> photos() throws IOException {
        try (var files = Files.walk(SharedMaterial.file("data/photos"))) {
            return files.filter(Files::isRegularFile).filter(file -> !file.toString().matches(".*\\.(json|svg|md)"))
                    .sorted().toList();
        }
    }

    /** Empty for what an upload refuses, and for what cannot be decoded here. */
    private Optional<Picture> decode(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("cut"), content);
        try {
            var header = header(file);
            return decoder.canDecode(header.format())
                    ? Optional.of(decoder.decode(file, header, metadata.read(file, header.format()).orientation(), SIDE))
                    : Optional.empty();
        } catch (ImageRefusal | DamagedPicture refused) {
            return Optional.empty();
        }
    }

    private ImageHeader header(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return headers.read(channel);
        }
    }
}
