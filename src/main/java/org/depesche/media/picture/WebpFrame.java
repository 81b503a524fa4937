package org.depesche.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A frame of a WebP file: its place on the canvas, and its transparency where it is stored without compression, which the
 * library does not decode (RFC 9649, sections 2.7.1.1 and 2.7.1.2).
 *
 * @param alphaAt where the content of the chunk ALPH begins, 0 if there is none
 */
record WebpFrame(Path file, int x, int y, int width, int height, long alphaAt, long alphaLength) {

    private static final int HORIZONTAL = 1;
    private static final int VERTICAL = 2;
    private static final int GRADIENT = 3;

    WebpFrame withAlpha(long at, long length) {
        return new WebpFrame(file, x, y, width, height, at, length);
    }

    /**
     * Gives the decoded pixels of the frame their transparency, if the file has it without compression.
     *
     * @param step of how many pixels each way one was decoded
     * @throws DamagedPicture if the file has less of it than pixels
     */
    void addAlpha(BufferedImage decoded, int step) throws IOException {
        if (alphaAt == 0 || decoded.getAlphaRaster() == null) {
            return;
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(alphaAt);
            var flags = in.readUnsignedByte();
            if ((flags & 3) != 0) {
                return; // the library has decoded it
            }
            if (alphaLength - 1 < (long) width * height || in.length() - alphaAt < alphaLength) {
                throw new DamagedPicture("The transparency of the picture is damaged or ends early.");
            }
            read(in, flags >> 2 & 3, decoded, step);
        }
    }

    private void read(RandomAccessFile in, int filter, BufferedImage decoded, int step) throws IOException {
        var alpha = decoded.getAlphaRaster();
        var bytes = new byte[width];
        var row = new int[width];
        var above = new int[width];
        for (var line = 0; line < height; line++) {
            in.readFully(bytes);
            for (var column = 0; column < width; column++) {
                row[column] = (bytes[column] & 0xFF) + prediction(filter, row, above, column, line) & 0xFF;
            }
            for (var column = 0; line % step == 0 && line / step < alpha.getHeight() && column < width; column += step) {
                if (column / step < alpha.getWidth()) {
                    alpha.setSample(column / step, line / step, 0, row[column]);
                }
            }
            var former = above;
            above = row;
            row = former;
        }
    }

    private static int prediction(int filter, int[] row, int[] above, int column, int line) {
        if (filter == 0 || column == 0 && line == 0) {
            return 0;
        } else if (line == 0) {
            return row[column - 1];
        } else if (column == 0) {
            return above[0];
        }
        return switch (filter) {
            case HORIZONTAL -> row[column - 1];
            case VERTICAL -> above[column];
            case GRADIENT -> Math.max(0, Math.min(255, row[column - 1] + above[column] - above[column - 1]));
            default -> throw new IllegalStateException("a filter has two bits");
        };
    }
}
