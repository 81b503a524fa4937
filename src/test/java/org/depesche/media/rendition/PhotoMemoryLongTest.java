package org.depesche.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBuffers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A photo of a phone is decoded whole in the heap of the image, beside a full cache and whatever else the service holds. */
class PhotoMemoryLongTest {

    private static final int WIDTH = 4032;
    private static final int HEIGHT = 3024;
    /** 64 MB of cached responses, and 124 that live longer than a request. */
    private static final int HELD_MEBIBYTES = 188;
    private static final List<String> HEAP = List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:NewSize=40m", "-XX:MaxNewSize=40m",
            "-XX:SurvivorRatio=4", "-XX:+ExitOnOutOfMemoryError");

    @TempDir
    Path folder;

    @Test
    void aPhotoOfAPhoneIsDecodedWholeWhileTheCacheIsFull() throws Exception {
        var photo = Files.write(folder.resolve("photo.jpg"), TestPictures.jpeg(WIDTH, HEIGHT));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(HEAP);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Renderer.class.getName(), photo.toString()));
        var output = folder.resolve("output");

        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();

        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("widest 2560");
    }

    /** Runs in a JVM of its own. */
    static final class Renderer {

        private Renderer() {
        }

        public static void main(String[] files) throws IOException {
            var held = new byte[HELD_MEBIBYTES][1 << 20];
            Arrays.stream(held).forEach(block -> block[0] = 1);
            var buffers = PixelBuffers.kept();
            var maker = new RenditionMaker(new RenditionWidths(List.of(320, 1280, 2560), 2560), 0.82f, 0.75f, 0).using(buffers);
            var picture = new PictureDecoder(Duration.ofMinutes(5)).using(buffers).decode(Path.of(files[0]),
                    new ImageHeader(ImageFormat.JPEG, WIDTH, HEIGHT, 1), Orientation.TURNED_RIGHT, maker.maxSide());
            var names = new ArrayList<String>();
            maker.make(picture, 0.5, 0.5, new byte[0], (name, content) -> names.add(name));
            var widest = names.stream().mapToInt(name -> Integer.parseInt(name.replaceAll(".*-|[.].*", ""))).max().orElse(0);
            System.out.println("widest " + widest + ", beside " + held.length + " MiB");
        }
    }
}
