package org.depesche.media.rendition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageWriteParam;

import org.depesche.media.picture.Picture;

import com.luciad.imageio.webp.WebPWrapper;
import com.luciad.imageio.webp.WebPWriteParam;

import io.quarkus.logging.Log;

/** Encodes WebP by libwebp, keeps alpha, marks the file as sRGB and puts a packet of XMP into it (RFC 9649, section 2.7). */
final class WebpEncoder implements PictureEncoder {

    private static final int ALPHA = 0x10;
    private static final int XMP = 0x04;
    private static final int ICC = 0x20;
    private static final int EXTENDED = 18;
    private static final int CHUNK = 8;
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
            encoder.encode(EncoderInput.of(new Picture(1, 1, false, new int[] { 0xFF000000 })), new byte[0]);
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
    public String settings() {
        return extension() + " " + quality + " " + effort;
    }

    /** The library's own writer would copy the samples first. */
    @Override
    public byte[] encode(EncoderInput input, byte[] xmp) throws IOException {
        var parameters = new WebPWriteParam(Locale.ROOT);
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType("Lossy");
        parameters.setCompressionQuality(quality);
        parameters.setMethod(effort);
        var samples = input.exact();
        return extended(encode(parameters, samples), samples, xmp);
    }

    private static byte[] encode(WebPWriteParam parameters, EncoderSamples samples) {
        var stride = samples.bands() * samples.width();
        return samples.bands() == EncoderSamples.RGBA
                ? WebPWrapper.INSTANCE.encodeRGBA(parameters.getEncoderOptions$com_github_usefulness_webp_imageio(),
                        samples.bytes(), samples.width(), samples.height(), stride)
                : WebPWrapper.INSTANCE.encodeRGB(parameters.getEncoderOptions$com_github_usefulness_webp_imageio(),
                        samples.bytes(), samples.width(), samples.height(), stride);
    }

    /** The order of the chunks: the header, the profile, the pixels, XMP. */
    private static byte[] extended(byte[] webp, EncoderSamples picture, byte[] xmp) {
        var isExtended = new String(webp, HEADER, 4, StandardCharsets.ISO_8859_1).equals("VP8X");
        var pixels = HEADER + (isExtended ? EXTENDED : 0);
        var profile = SrgbProfile.bytes();
        var size = HEADER + EXTENDED + chunkSize(profile) + webp.length - pixels + (xmp.length == 0 ? 0 : chunkSize(xmp));
        var file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(webp, 0, HEADER).putInt(4, size - CHUNK);
        file.put(ascii("VP8X")).putInt(EXTENDED - CHUNK)
                .putInt(ICC | (xmp.length == 0 ? 0 : XMP) | (picture.bands() == EncoderSamples.RGBA ? ALPHA : 0));
        unsigned24(file, picture.width() - 1);
        unsigned24(file, picture.height() - 1);
        chunk(file, "ICCP", profile);
        file.put(webp, pixels, webp.length - pixels);
        if (xmp.length > 0) {
            chunk(file, "XMP ", xmp);
        }
        return file.array();
    }

    private static int chunkSize(byte[] content) {
        return CHUNK + content.length + (content.length & 1);
    }

    private static void chunk(ByteBuffer file, String name, byte[] content) {
        file.put(ascii(name)).putInt(content.length).put(content).position(file.position() + (content.length & 1));
    }

    private static void unsigned24(ByteBuffer file, int number) {
        file.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
