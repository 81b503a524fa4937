package org.depesche.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;

/**
 * Reads the still picture of an animation: the canvas after the first frame that is not wholly transparent. Frames may be
 * smaller than the canvas, and many animations begin with an empty frame.
 */
final class AnimationStart {

    private static final String GIF_FRAME = "javax_imageio_gif_image_1.0";
    private static final int MAX_FRAMES = 50;
    private static final long MAX_PIXELS = 25_000_000;

    private AnimationStart() {
    }

    /** Whether frames are drawn on a canvas. Of a very large canvas only the first frame is read, subsampled. */
    static boolean hasCanvas(ImageHeader header) {
        var isDrawn = header.format() == ImageFormat.GIF || header.format() == ImageFormat.WEBP && header.frames() > 1;
        return isDrawn && (long) header.width() * header.height() <= MAX_PIXELS;
    }

    /** Draws frames until the canvas shows something. Until then nothing has to be removed between two frames. */
    static BufferedImage read(ImageReader reader, Path file, ImageHeader header) throws IOException {
        var canvas = new BufferedImage(header.width(), header.height(), BufferedImage.TYPE_INT_ARGB);
        var graphics = canvas.createGraphics();
        try {
            var parts = header.format() == ImageFormat.WEBP ? WebpFrames.find(file, header, MAX_FRAMES) : List.<WebpFrame> of();
            for (var frame = 0; frame < Math.min(header.frames(), MAX_FRAMES); frame++) {
                var picture = reader.read(frame);
                if (header.format() == ImageFormat.WEBP) {
                    var part = parts.get(frame);
                    part.addAlpha(picture, 1);
                    graphics.drawImage(picture, part.x(), part.y(), null);
                } else {
                    var descriptor = descriptor(reader, frame);
                    graphics.drawImage(picture, position(descriptor, "imageLeftPosition"),
                            position(descriptor, "imageTopPosition"), null);
                }
                if (isVisible(canvas)) {
                    break;
                }
            }
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private static IIOMetadataNode descriptor(ImageReader reader, int frame) throws IOException {
        var tree = (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree(GIF_FRAME);
        return (IIOMetadataNode) tree.getElementsByTagName("ImageDescriptor").item(0);
    }

    private static int position(IIOMetadataNode descriptor, String name) {
        var text = descriptor.getAttribute(name);
        return text == null || text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static boolean isVisible(BufferedImage canvas) {
        var row = new int[canvas.getWidth()];
        for (var y = 0; y < canvas.getHeight(); y++) {
            canvas.getRGB(0, y, row.length, 1, row, 0, row.length);
            if (Arrays.stream(row).anyMatch(pixel -> pixel >>> 24 != 0)) {
                return true;
            }
        }
        return false;
    }
}
