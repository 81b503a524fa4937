package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.depesche.media.picture.ColorProfileCheck;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.Picture;
import org.depesche.testkit.ProcessorTime;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files of every format, each changed at random from a fixed seed. Jazzer, which is guided, finds more. */
class PictureFuzzTest {

    private static final int ROUNDS = 60;

    @RepeatedTest(5)
    void changedFilesAreReadOrRefused(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var start = ProcessorTime.ofThread();

        for (var seed : seeds()) {
            PictureFuzzer.fuzzerTestOneInput(seed);
            for (var round = 0; round < ROUNDS; round++) {
                PictureFuzzer.fuzzerTestOneInput(change(seed, random));
            }
        }

        assertThat(ProcessorTime.ofThread().minus(start)).isLessThan(Duration.ofSeconds(20));
    }

    /** The decoder would allocate them before it reads. */
    @Test
    void aProfileThatClaimsTwoGigabytesIsRefused(@TempDir Path folder) throws Exception {
        var picture = new JpegEncoder(0.8f).encode(EncoderInput.of(Picture.of(TestPictures.draw(48, 32))), new byte[0]);
        var start = new String(picture, StandardCharsets.ISO_8859_1).indexOf("acsp") - 36;
        ByteBuffer.wrap(picture).putInt(start, Integer.MAX_VALUE);
        var file = Files.write(folder.resolve("profile.jpg"), picture);

        assertThatThrownBy(() -> ColorProfileCheck.check(file)).isInstanceOf(DamagedPicture.class);
        ByteBuffer.wrap(picture).putInt(start, picture.length - start);
        ColorProfileCheck.check(Files.write(file, picture));
    }

    private static List<byte[]> seeds() throws Exception {
        var drawn = TestPictures.draw(48, 32);
        var gray = new BufferedImage(48, 32, BufferedImage.TYPE_BYTE_GRAY);
        gray.getGraphics().drawImage(drawn, 0, 0, null);
        var picture = Picture.of(drawn);
        return List.of(TestPictures.jpeg(48, 32), TestPictures.encode(gray, "jpeg"), TestPictures.png(drawn),
                TestPictures.encode(drawn, "gif"), TestPictures.encode(drawn, "tiff"),
                new JpegEncoder(0.8f).encode(EncoderInput.of(picture), "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>".getBytes()),
                WebpEncoder.find(0.8f, 0).orElseThrow().encode(EncoderInput.of(picture), new byte[0]));
    }

    private static byte[] change(byte[] seed, Random random) {
        var changed = random.nextInt(4) == 0 ? Arrays.copyOf(seed, 1 + random.nextInt(seed.length)) : seed.clone();
        for (var changes = 1 + random.nextInt(6); changes > 0; changes--) {
            var at = random.nextInt(3) == 0 ? random.nextInt(changed.length) : random.nextInt(Math.min(200, changed.length));
            changed[at] = (byte) (random.nextBoolean() ? random.nextInt(256)
                    : new int[] { 0, 255, 127, 128 }[random.nextInt(4)]);
        }
        return changed;
    }
}
