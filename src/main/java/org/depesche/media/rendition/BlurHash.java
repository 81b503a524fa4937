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
        var small = Scaler.scale(picture, Math.min(SIDE, picture.width()), Math.min(SIDE, picture.height()));
        var factors = new double[COLUMNS * ROWS][];
        for (var row = 0; row < ROWS; row++) {
            for (var column = 0; column < COLUMNS; column++) {
                factors[row * COLUMNS + column] = factor(small, column, row);
            }
        }
        return encode(factors);
    }

    private static double[] factor(Picture picture, int column, int row) {
        var image = picture.toOpaqueImage();
        var sums = new double[3];
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var basis = Math.cos(Math.PI * column * x / image.getWidth()) * Math.cos(Math.PI * row * y / image.getHeight());
                var rgb = image.getRGB(x, y);
                sums[0] += basis * linear(rgb >> 16 & 0xFF);
                sums[1] += basis * linear(rgb >> 8 & 0xFF);
                sums[2] += basis * linear(rgb & 0xFF);
            }
        }
        var scale = (column == 0 && row == 0 ? 1.0 : 2.0) / (image.getWidth() * image.getHeight());
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
