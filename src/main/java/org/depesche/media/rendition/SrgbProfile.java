package org.depesche.media.rendition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A small profile of sRGB (IEC 61966-2-1) that marks renditions, because some programs take an unmarked picture for one of the
 * screen. It follows ISO 15076-1 (ICC.1:2010): a matrix of the primaries, adapted to D50, and a parametric curve.
 */
final class SrgbProfile {

    private static final int HEADER = 128;
    private static final int TAG_ENTRY = 12;
    private static final double[] WHITE_D50 = { 0.9642, 1.0, 0.8249 };
    private static final double[][] PRIMARIES = { { 0.43607, 0.22249, 0.01392 }, { 0.38515, 0.71687, 0.09708 },
            { 0.14307, 0.06061, 0.71410 } };
    /** The matrix of Bradford for the adaptation from D65 to D50. */
    private static final double[] ADAPTATION = { 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508,
            0.75168 };
    /** Exponent, a, b, c and d of the function type 3. */
    private static final double[] CURVE = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };

    private static final byte[] BYTES = write();

    private SrgbProfile() {
    }

    static byte[] bytes() {
        return BYTES.clone();
    }

    private static byte[] write() {
        var curve = numbers("para", 3 << 16, CURVE);
        String[] names = { "desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
        byte[][] tags = { text("sRGB"), text("CC0"), numbers("XYZ ", WHITE_D50), numbers("sf32", ADAPTATION),
                numbers("XYZ ", PRIMARIES[0]), numbers("XYZ ", PRIMARIES[1]), numbers("XYZ ", PRIMARIES[2]), curve, curve,
                curve };
        var content = ByteBuffer.allocate(4096);
        var position = HEADER + 4 + TAG_ENTRY * tags.length;
        content.position(HEADER).putInt(tags.length);
        for (var at = 0; at < tags.length; at++) {
            var isShared = at > 0 && tags[at] == tags[at - 1];
            var start = isShared ? position - tags[at].length : position;
            content.put(ascii(names[at])).putInt(start).putInt(tags[at].length);
            if (!isShared) {
                content.put(start, tags[at]);
                position += tags[at].length;
            }
        }
        return header(content, position);
    }

    private static byte[] header(ByteBuffer content, int size) {
        content.putInt(0, size).putInt(8, 0x04300000).put(12, ascii("mntrRGB XYZ "));
        content.position(24).putShort((short) 2026).putShort((short) 1).putShort((short) 1);
        content.put(36, ascii("acsp")).putInt(68, fixed(WHITE_D50[0])).putInt(72, fixed(WHITE_D50[1])).putInt(76,
                fixed(WHITE_D50[2]));
        var profile = new byte[size];
        content.get(0, profile);
        return profile;
    }

    /** A text in one language, which fills a whole number of words. */
    private static byte[] text(String text) {
        var words = (2 * text.length() + 3) / 4 * 4;
        return ByteBuffer.allocate(28 + words).put(ascii("mluc")).putInt(0).putInt(1).putInt(TAG_ENTRY).put(ascii("enUS"))
                .putInt(2 * text.length()).putInt(28).put(text.getBytes(StandardCharsets.UTF_16BE)).array();
    }

    private static byte[] numbers(String type, double[] values) {
        return fill(ByteBuffer.allocate(8 + 4 * values.length).put(ascii(type)).putInt(0), values);
    }

    private static byte[] numbers(String type, int function, double[] values) {
        return fill(ByteBuffer.allocate(12 + 4 * values.length).put(ascii(type)).putInt(0).putInt(function), values);
    }

    private static byte[] fill(ByteBuffer tag, double[] values) {
        for (var value : values) {
            tag.putInt(fixed(value));
        }
        return tag.array();
    }

    /** A number with 16 bits behind the point. */
    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
