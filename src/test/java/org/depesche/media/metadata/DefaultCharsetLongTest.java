package org.depesche.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.depesche.media.header.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read does not depend on the default charset of the JVM, which JDK 17 takes from the environment. */
class DefaultCharsetLongTest {

    private static final String CAPTION = "Köln – „Größe“";

    @TempDir
    Path folder;

    /** Another JVM reads a photo, and writes what it found as numbers. */
    public static void main(String[] arguments) throws IOException {
        System.out.print(read(Path.of(arguments[0])));
    }

    private static String read(Path photo) throws IOException {
        return new PhotoMetadataReader(MetadataLimits.DEFAULT).read(photo, ImageFormat.JPEG).toString().codePoints()
                .mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    @Test
    void everyJvmReadsTheSameTexts() throws Exception {
        var photo = Files.write(folder.resolve("photo"),
                new PhotoFile().iim(2, 120, CAPTION.getBytes(Charset.forName("windows-1252")))
                        .iim(2, 110, CAPTION.getBytes(StandardCharsets.UTF_8))
                        .xmp("<photoshop:City>" + CAPTION + "</photoshop:City>").bytes());
        var expected = read(photo);
        assertThat(new PhotoMetadataReader(MetadataLimits.DEFAULT).read(photo, ImageFormat.JPEG).description().caption())
                .isEqualTo(CAPTION);
        for (var charset : new String[] { "US-ASCII", "ISO-8859-1", "windows-1251" }) {
            var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-Dfile.encoding=" + charset, "-cp", System.getProperty("java.class.path"),
                    DefaultCharsetLongTest.class.getName(), photo.toString()).redirectError(folder.resolve("log").toFile())
                    .start();
            var output = process.getInputStream().readAllBytes();

            assertThat(process.waitFor()).describedAs(Files.readString(folder.resolve("log"))).isZero();
            assertThat(new String(output, StandardCharsets.US_ASCII))
                    .describedAs(charset).isEqualTo(expected);
        }
    }
}
