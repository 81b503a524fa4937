package org.depesche.media.rendition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.depesche.media.picture.ImageReaders;

/**
 * Encodes progressive JPEG with 4:2:0 chroma, marks it as sRGB (ICC.1:2010, annex B.4), and puts a packet of XMP into it (XMP
 * specification part 3, 1.1.3).
 */
final class JpegEncoder implements PictureEncoder {

    private static final int APP1 = 0xFFE1;
    private static final int APP2 = 0xFFE2;
    /** The identifier of a profile, and its number and count of segments: the first of one. */
    private static final byte[] ICC = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

    private final float quality;

    JpegEncoder(float quality) {
        this.quality = quality;
    }

    @Override
    public String extension() {
        return "jpg";
    }

    @Override
    public String settings() {
        return extension() + " " + quality;
    }

    @Override
    public byte[] encode(EncoderInput input, byte[] xmp) throws IOException {
        var writer = ImageReaders.jpegWriter();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(input.opaque().toImage(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        var marked = withSegment(bytes.toByteArray(), APP2, ICC, SrgbProfile.bytes());
        return xmp.length == 0 ? marked : withSegment(marked, APP1, XMP, xmp);
    }

    /** Inserts a segment behind the JFIF segment, which must be the first. */
    private static byte[] withSegment(byte[] jpeg, int marker, byte[] name, byte[] content) {
        var at = (jpeg[3] & 0xFF) == 0xE0 ? 4 + ByteBuffer.wrap(jpeg).getShort(4) : 2;
        return ByteBuffer.allocate(jpeg.length + 4 + name.length + content.length).put(jpeg, 0, at).putShort((short) marker)
                .putShort((short) (2 + name.length + content.length)).put(name).put(content).put(jpeg, at, jpeg.length - at)
                .array();
    }
}
