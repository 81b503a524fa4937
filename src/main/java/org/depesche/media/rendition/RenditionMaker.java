package org.depesche.media.rendition;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the files of one picture: every crop, every width, every format. */
public final class RenditionMaker {

    /** Part of the names of all files, so that a better encoder gives new addresses. */
    public static final int VERSION = 2;

    private static final float DRAWN_QUALITY = 0.9f;

    private final Ladder ladder;
    private final List<PictureEncoder> encoders;

    /**
     * @param webpEffort from 0, fast, to 6, small
     */
    public RenditionMaker(Ladder ladder, float jpegQuality, float webpQuality, int webpEffort) {
        this.ladder = ladder;
        this.encoders = Stream.<PictureEncoder> concat(Stream.of(new JpegEncoder(jpegQuality)),
                WebpEncoder.find(webpQuality, webpEffort).stream()).toList();
    }

    /** Receives the files, one after the other. */
    @FunctionalInterface
    public interface Sink {

        /** @param name as {@code 16x9-640.webp} */
        void accept(String name, byte[] content) throws IOException;
    }

    /**
     * A description of everything that decides the result, apart from the picture itself: part of the content hash.
     */
    public String settings() {
        return VERSION + " " + ladder + " " + extensions();
    }

    /** The formats, JPEG first. */
    public List<String> extensions() {
        return encoders.stream().map(PictureEncoder::extension).toList();
    }

    /** The longest side that a rendition has. */
    public int maxSide() {
        return ladder.maxWidth();
    }

    /**
     * Makes all files.
     *
     * @param focalX from 0 at the left to 1 at the right
     * @param xmp the packet for every file, or nothing
     * @return the widths of each crop, ascending
     */
    public Map<Crop, List<Integer>> make(Picture picture, double focalX, double focalY, byte[] xmp, Sink sink)
            throws IOException {
        var made = new EnumMap<Crop, List<Integer>>(Crop.class);
        for (var crop : Crop.values()) {
            var box = crop.boxIn(picture.width(), picture.height(), focalX, focalY);
            made.put(crop, make(crop, picture.crop(box), box, xmp, sink));
        }
        return made;
    }

    /** From the widest on: each size is made from the one before, which is never less than it needs. */
    private List<Integer> make(Crop crop, Picture part, Crop.Box box, byte[] xmp, Sink sink) throws IOException {
        var widths = ladder.widthsFor(box.width(), box.height());
        var descending = new ArrayList<>(widths);
        Collections.reverse(descending);
        var source = part;
        for (var width : descending) {
            source = Scaler.scale(source, width, box.heightAt(width));
            for (var encoder : encoders) {
                sink.accept(crop.fileName() + "-" + width + "." + encoder.extension(), encoder.encode(source, xmp));
            }
        }
        return widths;
    }

    /** Encodes a drawn picture as JPEG, with a packet of XMP or without. */
    public static byte[] drawn(BufferedImage opaque, byte[] xmp) throws IOException {
        return new JpegEncoder(DRAWN_QUALITY).encode(Picture.of(opaque), xmp);
    }

    /** The color that most of the picture has. */
    public static String dominantColor(Picture picture) {
        return DominantColor.of(picture);
    }

    /** A short text that a page can draw as a blurred preview. */
    public static String blurHash(Picture picture) {
        return BlurHash.of(picture);
    }
}
