package org.depesche.media.rendition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageLimits;
import org.depesche.media.header.ImageRefusal;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.PictureDecoder;

/**
 * What every uploaded file goes through: header, metadata, pixels. Any content is read or refused, by exceptions that become a
 * problem document, within the limits of time and memory. {@code .ci/fuzz} lets Jazzer look for content that is not.
 */
public final class PictureFuzzer {

    private static final Path FILE = file();
    /** Small limits, so that many files a second are tried. */
    private static final ImageLimits LIMITS = new ImageLimits(1 << 20, 4_000_000, 4_000, 50, 100, 10_000);
    private static final ImageHeaderReader HEADERS = new ImageHeaderReader(LIMITS);
    private static final PhotoMetadataReader METADATA = new PhotoMetadataReader(MetadataLimits.DEFAULT);
    private static final PictureDecoder DECODER = new PictureDecoder(Duration.ofSeconds(5));

    private PictureFuzzer() {
    }

    /** The method that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] content) {
        try {
            Files.write(FILE, content);
            receive(FILE);
        } catch (ImageRefusal | DamagedPicture refused) {
            // as it should be
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void receive(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            var header = HEADERS.read(channel);
            var said = METADATA.read(file, header.format());
            if (DECODER.canDecode(header.format())) {
                DECODER.warnings(file, header);
                var picture = DECODER.decode(file, header, said.orientation(), 64);
                RenditionMaker.dominantColor(picture);
                RenditionMaker.blurHash(picture);
            }
        }
    }

    private static Path file() {
        try {
            var file = Files.createTempFile("fuzz", ".image");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
