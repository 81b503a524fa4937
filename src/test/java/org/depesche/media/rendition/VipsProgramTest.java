package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.Crop;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.VipsProgram;
import org.depesche.testkit.Requirements;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VipsProgramTest {

    /** The encoder writes them of the pixels; nothing of the photo is in them. */
    private static final Set<String> ALLOWED_EXIF = Set.of("Orientation", "Resolution Unit", "X Resolution", "Y Resolution",
            "YCbCr Positioning", "Color Space", "Components Configuration", "Exif Image Height", "Exif Image Width",
            "Exif Version", "FlashPix Version");
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
            assertThat((double) bytes(other)).describedAs(name).isBetween(0.85 * bytes(one), 1.15 * bytes(one));
        }
    }

    private static int bytes(Picture picture) throws IOException {
        return new JpegEncoder(0.82f).encode(EncoderInput.of(picture), new byte[0]).length;
    }

    @Test
    void renditionsInAvifAreTheSamePictureWithNothingButTheRights() throws IOException {
        var decoder = decoder();
        var picture = Picture.of(TestPictures.draw(500, 300));
        var rights = new RightsPacket("Jo Baum", "Agentur", "© Jo Baum", null, null, null, null, null, null, null);
        var files = new HashMap<String, byte[]>();

        var made = avifMaker().make(picture, 0.5, 0.5, rights.toXmp(), files::put);

        assertThat(made.extensions()).containsExactly("jpg", "webp", "avif");
        for (var crop : Crop.values()) {
            for (var width : made.widths().get(crop)) {
                var file = Files.write(folder.resolve("a.avif"), files.get(crop.fileName() + "-" + width + ".avif"));
                assertThat(header(file).format()).isEqualTo(ImageFormat.AVIF);
                assertThat(header(file).width()).isEqualTo(width);
                var found = new PhotoMetadataReader(MetadataLimits.DEFAULT).read(file, ImageFormat.AVIF);
                assertThat(found.rights().credit()).isEqualTo("Agentur");
                found.raw().exif().values().forEach(tags -> assertThat(tags.keySet()).isSubsetOf(ALLOWED_EXIF));
                assertThat(found.raw().xmp().keySet())
                        .allMatch(path -> path.matches("dc:(creator|rights)\\[1].*|photoshop:Credit"));
            }
        }
        var whole = Files.write(folder.resolve("a.avif"), files.get("original-500.avif"));
        assertThat(difference(picture, decoder.decode(whole, header(whole), Orientation.UPRIGHT, 500))).isLessThan(4);
        assertThat(files.get("original-500.avif")).hasSizeLessThan(files.get("original-500.jpg").length);
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void transparencyStaysInAvif() throws IOException {
        var decoder = decoder();
        var pixels = new int[64 * 48];
        Arrays.fill(pixels, 0, 64 * 24, 0xFF204060);
        var files = new HashMap<String, byte[]>();
        avifMaker().make(new Picture(64, 48, true, pixels), 0.5, 0.5, new byte[0], files::put);

        var file = Files.write(folder.resolve("a.avif"), files.get("original-64.avif"));
        var decoded = decoder.decode(file, header(file), Orientation.UPRIGHT, 64);

        assertThat(decoded.hasAlpha()).isTrue();
        assertThat(decoded.pixels()[40 * 64 + 32] >>> 24).isLessThan(3);
        assertThat(decoded.pixels()[10 * 64 + 32] >>> 24).isGreaterThan(252);
    }

    private RenditionMaker avifMaker() {
        var vips = VipsProgram.find(limits(Path.of("vipsthumbnail")), folder.resolve("work")).orElseThrow();
        return new RenditionMaker(new RenditionWidths(List.of(100), 2560), 0.82f, 0.75f, 0).withAvif(vips,
                new VipsProgram.AvifSettings(55, 2));
    }

    /** The third picture is the second that is encoded as AVIF: the first one is the trial. */
    @Test
    void aFailureLeavesOneFormatOut() throws IOException {
        var script = "case \"$*\" in --vips-version) echo fake 1.0;; *) echo x >> " + folder.resolve("calls")
                + "; [ $(wc -l < " + folder.resolve("calls") + ") -lt 3 ] || exit 3; cp in.png out.avif;; esac";
        var failing = VipsProgram.find(limits(program(script)), folder.resolve("work")).orElseThrow();
        var maker = new RenditionMaker(new RenditionWidths(List.of(), 2560), 0.8f, 0.7f, 0).withAvif(failing,
                new VipsProgram.AvifSettings(55, 2));
        assertThat(maker.extensions().toCompletableFuture().join()).containsExactly("jpg", "webp", "avif");
        var names = new TreeSet<String>();

        var made = maker.make(Picture.of(TestPictures.draw(40, 30)), 0.5, 0.5, new byte[0], (name, content) -> names.add(name));

        assertThat(made.extensions()).containsExactly("jpg", "webp");
        assertThat(names).contains("1x1-30.jpg", "1x1-30.webp", "original-40.avif").doesNotContain("1x1-30.avif");
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(3);
    }

    @Test
    void anEncoderThatFailsItsTrialIsNone() throws IOException {
        var none = VipsProgram.find(limits(program("case $1 in --vips-version) echo fake 1.0;; *) exit 3;; esac")),
                folder.resolve("work")).orElseThrow();

        assertThat(new RenditionMaker(new RenditionWidths(List.of(), 2560), 0.8f, 0.7f, 0)
                .withAvif(none, new VipsProgram.AvifSettings(55, 2)).extensions().toCompletableFuture().join())
                .containsExactly("jpg", "webp");
    }

    /** What a process may do, and what it is told. */
    @Test
    void aProcessIsConfined() throws IOException {
        var seen = folder.resolve("seen");
        var script = "case $1 in --vips-version) echo fake 1.0;; *) { env; pwd; nice; ulimit -v; ulimit -t; ulimit -c; "
                + "ulimit -n; } > " + seen + "; exit 3;; esac";
        var confined = VipsProgram.find(limits(program(script)), folder.resolve("work")).orElseThrow();

        confined.convert(folder.resolve("absent"), 100, png -> {
            throw new AssertionError("there is no result");
        });

        var lines = Files.readAllLines(seen);
        assertThat(lines).contains("VIPS_BLOCK_UNTRUSTED=1", "VIPS_CONCURRENCY=1").anyMatch(line -> line.matches(
                folder.resolve("work") + "/vips-[^/]+"));
        assertThat(lines.stream().filter(line -> line.contains("=")).map(line -> line.replaceFirst("=.*", "")))
                .isSubsetOf("PATH", "VIPS_BLOCK_UNTRUSTED", "VIPS_CONCURRENCY", "MALLOC_ARENA_MAX", "HOME", "TMPDIR", "PWD",
                        "_", "SHLVL", "OLDPWD");
        if (Files.isExecutable(Path.of("/usr/bin/prlimit"))) {
            assertThat(lines).endsWith("19", String.valueOf((1L << 31) / 1024), String.valueOf(TIMEOUT.toSeconds() + 1), "0",
                    "256");
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
        assertThat(new PictureDecoder(TIMEOUT, failing).engine()).isEqualTo("fake 1.0");
        assertThat(new PictureDecoder(TIMEOUT, failing).decodeChecked(file, header(file), Orientation.UPRIGHT, 64).width())
                .isEqualTo(60);
        assertThatThrownBy(() -> new PictureDecoder(TIMEOUT, failing).decode(file,
                new ImageHeader(ImageFormat.HEIC, 60, 40, 1), Orientation.UPRIGHT, 64)).isInstanceOf(DamagedPicture.class);
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aProcessThatHangsIsKilled() throws IOException {
        var slow = new VipsProgram.Limits(
                program("case $1 in --vips-version) echo fake 1.0;; *) sleep 600;; esac").toString(), Duration.ofSeconds(2),
                1L << 31);
        var vips = VipsProgram.find(slow, folder.resolve("work")).orElseThrow();
        var start = System.nanoTime();

        assertThat(vips.convert(folder.resolve("absent"), 100, png -> {
            throw new AssertionError("there is no result");
        })).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(2));
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
