package org.depesche.media.rendition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.depesche.media.picture.ImageReaders;

/** A PNG file for another program: marked as sRGB, with a packet of XMP (ISO/IEC 15948, sections 11.3.3.3 and 11.3.4.5). */
final class PngFile {

    /** The signature and the chunk of the header, which is the first. */
    private static final int HEADER = 8 + 25;
    private static final String PROFILE_NAME = "sRGB\0\0";
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp\0\0\0\0\0";
    /** The file is read once and deleted. */
    private static final float FASTEST = 1;

    private PngFile() {
    }

    static byte[] of(EncoderInput input, byte[] xmp) throws IOException {
        var pixels = encode(input);
        var file = new ByteArrayOutputStream(pixels.length + xmp.length + 1024);
        file.write(pixels, 0, HEADER);
        file.writeBytes(chunk("iCCP", PROFILE_NAME, deflated(SrgbProfile.bytes())));
        if (xmp.length > 0) {
            file.writeBytes(chunk("iTXt", XMP_KEYWORD, xmp));
        }
        file.write(pixels, HEADER, pixels.length - HEADER);
        return file.toByteArray();
    }

    private static byte[] encode(EncoderInput input) throws IOException {
        var writer = ImageReaders.pngWriter();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(FASTEST);
            writer.write(null, new IIOImage(input.exact().toImage(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater())) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, String start, byte[] content) {
        var head = start.getBytes(StandardCharsets.US_ASCII);
        var chunk = ByteBuffer.allocate(12 + head.length + content.length).putInt(head.length + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII)).put(head).put(content);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + head.length + content.length);
        return chunk.putInt((int) sum.getValue()).array();
    }
}
