package org.depesche.media.header;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads and checks the header of an image file.
 *
 * <pre>
 * var header = new ImageHeaderReader(ImageLimits.DEFAULT).read(Files.newByteChannel(path));
 * </pre>
 */
public final class ImageHeaderReader {

    private final ImageLimits limits;

    public ImageHeaderReader(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Returns the header of a file that keeps all limits. The channel stays open.
     *
     * @throws ImageRefusal if the content is no image of a known format, is damaged, or exceeds a limit
     */
    public ImageHeader read(SeekableByteChannel channel) throws IOException {
        var file = new RandomAccessBytes(channel);
        limits.checkBytes(file.size());
        var format = ImageFormat.detect(file).orElseThrow(ImageRefusal::unknownFormat);
        var header = switch (format) {
            case JPEG -> JpegHeader.read(file);
            case PNG -> PngHeader.read(file);
            case GIF -> GifHeader.read(file, limits.maxFrames());
            case WEBP -> WebpHeader.read(file, limits.maxFrames());
            case TIFF -> TiffHeader.read(file, limits.maxFrames());
            case AVIF, HEIC -> HeifHeader.read(file, format);
        };
        limits.check(header, file.size());
        switch (format) {
            case JPEG -> JpegScans.check(file);
            case PNG -> PngHeader.checkChunks(file);
            case TIFF -> TiffValues.check(file);
            case GIF, WEBP, AVIF, HEIC -> {
                // their frames were counted
            }
        }
        return header;
    }
}
