package org.depesche.media.rendition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;

import io.quarkus.logging.Log;

/** Encodes WebP by libwebp, keeps alpha, and puts a packet of XMP into the file (RFC 9649, section 2.7). */
final class WebpEncoder implements PictureEncoder {

    private static final int ALPHA = 0x10;
    private static final int XMP = 0x04;
    private static final int HEADER = 12;

    private final float quality;
    private final int effort;

    private WebpEncoder(float quality, int effort) {
        this.quality = quality;
        this.effort = effort;
    }

    /** Returns an encoder if the native library works here. */
    static Optional<WebpEncoder> find(float quality, int effort) {
        var encoder = new WebpEncoder(quality, effort);
        try {
            encoder.encode(new Picture(1, 1, false, new int[] { 0xFF000000 }), new byte[0]);
            return Optional.of(encoder);
        } catch (IOException | RuntimeException | LinkageError e) {
            Log.warnf("No WebP renditions: the native library does not work here: %s", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public String extension() {
        return "webp";
    }

    @Override
    public byte[] encode(Picture picture, byte[] xmp) throws IOException {
        var writer = new WebPImageWriterSpi().createWriterInstance(null);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = new WebPWriteParam(Locale.ROOT);
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType("Lossy");
            parameters.setCompressionQuality(quality);
            parameters.setMethod(effort);
            writer.write(null, new IIOImage(picture.toImage(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return xmp.length == 0 ? bytes.toByteArray() : withXmp(bytes.toByteArray(), picture, xmp);
    }

    /** Metadata needs the extended format: its header comes first, XMP last. */
    private static byte[] withXmp(byte[] webp, Picture picture, byte[] xmp) {
        var isExtended = new String(webp, HEADER, 4, StandardCharsets.ISO_8859_1).equals("VP8X");
        var padded = xmp.length + (xmp.length & 1);
        var size = webp.length + (isExtended ? 0 : 18) + 8 + padded;
        var file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(webp, 0, HEADER);
        file.putInt(4, size - 8);
        if (isExtended) {
            file.put(webp, HEADER, webp.length - HEADER).put(HEADER + 8, (byte) (webp[HEADER + 8] | XMP));
        } else {
            file.put(ascii("VP8X")).putInt(10).putInt(XMP | (picture.hasAlpha() ? ALPHA : 0));
            unsigned24(file, picture.width() - 1);
            unsigned24(file, picture.height() - 1);
            file.put(webp, HEADER, webp.length - HEADER);
        }
        return file.put(ascii("XMP ")).putInt(xmp.length).put(xmp).array();
    }

    private static void unsigned24(ByteBuffer file, int number) {
        file.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
