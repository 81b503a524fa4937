package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.testkit.Requirements;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VipsProgramTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void bothEnginesShowTheSamePicture() throws IOException {
        var vips = decoder();
        for (var name : new String[] { "orientation/landscape_1.jpg", "orientation/landscape_6.jpg",
                "orientation/landscape_7.jpg", "formats/tm-1.webp", "exiftool/PNG.png",
                "iptc/IPTC-PhotometadataRef-Std2017.1.jpg" }) {
            var file = SharedMaterial.file("data/photos/" + name);
            var header = header(file);
            var orientation = new PhotoMetadataReader(MetadataLimits.DEFAULT).read(file, header.format()).orientation();
            var one = new PictureDecoder(TIMEOUT).decode(file, header, orientation, 2_560);
            var other = vips.decodeChecked(file, header, orientation, 2_560);

            assertThat(other.width()).describedAs(name).isEqualTo(one.width());
            assertThat(other.height()).describedAs(name).isEqualTo(one.height());
            assertThat(difference(one, other)).describedAs(name).isLessThan(3);
        }
    }

    @Test
    void heicIsDecoded() throws IOException {
        var file = SharedMaterial.file("data/photos/heic/samplefilehub.heif");
        var decoder = decoder();

        assertThat(decoder.canDecode(ImageFormat.HEIC)).isTrue();
        var picture = decoder.decode(file, header(file), Orientation.UPRIGHT, 256);
        assertThat((double) picture.width() / picture.height()).isBetween(1.49, 1.51);
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aFailureLeavesTheWorkToTheOtherEngine() throws IOException {
        var file = Files.write(folder.resolve("a.jpg"), TestPictures.jpeg(60, 40));
        var failing = VipsProgram.find(limits(program("case $1 in --vips-version) echo fake 1.0;; *) exit 3;; esac")),
                folder.resolve("work")).orElseThrow();

        assertThat(failing.version()).isEqualTo("fake 1.0");
        assertThat(new PictureDecoder(TIMEOUT, failing).decodeChecked(file, header(file), Orientation.UPRIGHT, 64).width())
                .isEqualTo(60);
        assertThatThrownBy(() -> new PictureDecoder(TIMEOUT, failing).decode(file,
                new ImageHeader(ImageFormat.HEIC, 60, 40, 1), Orientation.UPRIGHT, 64)).isInstanceOf(DamagedPicture.class);
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aProcessThatHangsIsKilled() throws IOException {
        var slow = new VipsProgram.Limits(
                program("case $1 in --vips-version) echo fake 1.0;; *) sleep 60;; esac").toString(), Duration.ofMillis(500),
                1L << 31);
        var vips = VipsProgram.find(slow, folder.resolve("work")).orElseThrow();
        var start = System.nanoTime();

        assertThat(vips.convert(folder.resolve("absent"), 100, png -> {
            throw new AssertionError("there is no result");
        })).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anAbsentProgramIsNoEngine() {
        assertThat(VipsProgram.find(limits(folder.resolve("nothing")), folder.resolve("work"))).isEmpty();
    }

    private Path program(String script) throws IOException {
        var file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static VipsProgram.Limits limits(Path program) {
        return new VipsProgram.Limits(program.toString(), TIMEOUT, 1L << 31);
    }

    private PictureDecoder decoder() {
        var vips = VipsProgram.find(new VipsProgram.Limits("vipsthumbnail", TIMEOUT, 1L << 31), folder.resolve("work"));
        if (vips.isEmpty()) {
            Requirements.skipOrFail("vips", "libvips-tools is not installed");
        }
        return new PictureDecoder(TIMEOUT, vips.orElseThrow());
    }

    private static ImageHeader header(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return new ImageHeaderReader(ImageLimits.DEFAULT).read(channel);
        }
    }

    /** The mean difference of a color value. */
    private static double difference(Picture one, Picture other) {
        var sum = 0L;
        for (var at = 0; at < one.pixels().length; at++) {
            for (var shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((one.pixels()[at] >> shift & 0xFF) - (other.pixels()[at] >> shift & 0xFF));
            }
        }
        return sum / (3.0 * one.pixels().length);
    }
}
