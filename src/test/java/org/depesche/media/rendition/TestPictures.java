package org.depesche.media.rendition;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/** Pictures that are drawn here, as files. */
public final class TestPictures {

    private TestPictures() {
    }

    /** Four areas: red, green, blue and white, with a soft gradient over them. */
    public static BufferedImage draw(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var base = x < width / 2 ? y < height / 2 ? Color.RED : Color.BLUE
                        : y < height / 2 ? Color.GREEN : Color.WHITE;
                var shade = 0.6f + 0.4f * x / width;
                image.setRGB(x, y, new Color((int) (base.getRed() * shade), (int) (base.getGreen() * shade),
                        (int) (base.getBlue() * shade)).getRGB());
            }
        }
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return encode(draw(width, height), "jpeg");
    }

    public static byte[] png(BufferedImage image) {
        return encode(image, "png");
    }

    public static byte[] encode(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
