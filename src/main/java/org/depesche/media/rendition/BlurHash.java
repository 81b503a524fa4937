package org.depesche.media.rendition;

import org.depesche.media.picture.Picture;

/** The BlurHash of a picture (blurha.sh, algorithm of 2018): some 28 characters that a page can draw as a blurred preview. */
final class BlurHash {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
    private static final int COLUMNS = 4;
    private static final int ROWS = 3;
    private static final int SIDE = 32;

    private BlurHash() {
    }

    static String of(Picture picture) {
        var small = EncoderInput
                .of(Scaler.scale(picture, Math.min(SIDE, picture.width()), Math.min(SIDE, picture.height()))).opaque();
        var factors = new double[COLUMNS * ROWS][];
        for (var row = 0; row < ROWS; row++) {
            for (var column = 0; column < COLUMNS; column++) {
                factors[row * COLUMNS + column] = factor(small, column, row);
            }
        }
        return encode(factors);
    }

    private static double[] factor(EncoderSamples picture, int column, int row) {
        var sums = new double[EncoderSamples.RGB];
        var at = 0;
        for (var y = 0; y < picture.height(); y++) {
            for (var x = 0; x < picture.width(); x++) {
                var basis = Math.cos(Math.PI * column * x / picture.width()) * Math.cos(Math.PI * row * y / picture.height());
                for (var color = 0; color < EncoderSamples.RGB; color++) {
                    sums[color] += basis * linear(picture.bytes()[at++] & 0xFF);
                }
            }
        }
        var scale = (column == 0 && row == 0 ? 1.0 : 2.0) / (picture.width() * picture.height());
        return new double[] { sums[0] * scale, sums[1] * scale, sums[2] * scale };
    }

    private static String encode(double[][] factors) {
        var largest = 0.0;
        for (var at = 1; at < factors.length; at++) {
            for (var value : factors[at]) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        var quantized = (int) Math.max(0, Math.min(82, Math.floor(largest * 166 - 0.5)));
        var maximum = (quantized + 1) / 166.0;
        var hash = new StringBuilder(base83(COLUMNS - 1 + (ROWS - 1) * 9, 1)).append(base83(quantized, 1));
        hash.append(base83(srgb(factors[0][0]) << 16 | srgb(factors[0][1]) << 8 | srgb(factors[0][2]), 4));
        for (var at = 1; at < factors.length; at++) {
            hash.append(base83((step(factors[at][0], maximum) * 19 + step(factors[at][1], maximum)) * 19
                    + step(factors[at][2], maximum), 2));
        }
        return hash.toString();
    }

    private static int step(double value, double maximum) {
        var root = Math.signum(value) * Math.sqrt(Math.abs(value / maximum));
        return (int) Math.max(0, Math.min(18, Math.floor(root * 9 + 9.5)));
    }

    private static String base83(int value, int length) {
        var text = new char[length];
        var rest = value;
        for (var at = length - 1; at >= 0; at--) {
            text[at] = DIGITS.charAt(rest % 83);
            rest /= 83;
        }
        return new String(text);
    }

    private static double linear(int value) {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int srgb(double value) {
        var part = Math.max(0, Math.min(1, value));
        return (int) (part <= 0.0031308 ? part * 12.92 * 255 + 0.5 : (1.055 * Math.pow(part, 1 / 2.4) - 0.055) * 255 + 0.5);
    }
}
