package org.depesche.media.picture;

import java.util.Arrays;
import java.util.Optional;

/** The shapes of renditions. */
public enum Crop {
    ORIGINAL("original", "original", 0, 0),
    WIDE("16:9", "16x9", 16, 9),
    CLASSIC("4:3", "4x3", 4, 3),
    SQUARE("1:1", "1x1", 1, 1);

    private final String word;
    private final String fileName;
    private final int width;
    private final int height;

    Crop(String word, String fileName, int width, int height) {
        this.word = word;
        this.fileName = fileName;
        this.width = width;
        this.height = height;
    }

    /** The name in the API: {@code 16:9}. */
    public String word() {
        return word;
    }

    /** The name in addresses: {@code 16x9}. */
    public String fileName() {
        return fileName;
    }

    public static Optional<Crop> ofWord(String word) {
        return Arrays.stream(values()).filter(crop -> crop.word.equals(word)).findFirst();
    }

    public static Optional<Crop> ofFileName(String name) {
        return Arrays.stream(values()).filter(crop -> crop.fileName.equals(name)).findFirst();
    }

    /**
     * Returns the largest part of a picture that has this shape, as near to the focal point as the borders allow.
     *
     * @param focalX from 0 at the left to 1 at the right
     * @param focalY from 0 at the top to 1 at the bottom
     */
    public Box boxIn(int pictureWidth, int pictureHeight, double focalX, double focalY) {
        if (this == ORIGINAL) {
            return new Box(0, 0, pictureWidth, pictureHeight);
        }
        var boxWidth = (int) Math.max(1, Math.min(pictureWidth, Math.round((double) pictureHeight * width / height)));
        var boxHeight = (int) Math.max(1, Math.min(pictureHeight, Math.round((double) boxWidth * height / width)));
        return new Box(start(focalX, boxWidth, pictureWidth), start(focalY, boxHeight, pictureHeight), boxWidth, boxHeight);
    }

    private static int start(double focal, int part, int whole) {
        return (int) Math.max(0, Math.min(whole - part, Math.round(focal * whole - part / 2.0)));
    }

    /** A part of a picture in pixels, from the top left corner. */
    public record Box(int x, int y, int width, int height) {

        /** The height at another width, at least 1. */
        public int heightAt(int otherWidth) {
            return (int) Math.max(1, Math.round((double) height * otherWidth / width));
        }
    }
}
