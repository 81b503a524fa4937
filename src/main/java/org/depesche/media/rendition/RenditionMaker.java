package org.depesche.media.rendition;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import org.depesche.media.picture.Crop;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PixelBuffers;
import org.depesche.media.picture.VipsProgram;

import io.quarkus.logging.Log;

/** Makes the files of one picture: every crop, every width, every format. */
public final class RenditionMaker {

    /** A part of the names of all files. Raise it with a better encoder, which gives the files new addresses. */
    public static final int VERSION = 2;

    private static final float DRAWN_QUALITY = 0.9f;

    private final RenditionWidths renditionWidths;
    private final CompletableFuture<List<PictureEncoder>> encoders;
    private final PixelBuffers buffers;

    /**
     * Creates a maker. The native library of WebP is loaded in the background: nothing waits for it before the first picture.
     *
     * @param webpEffort from 0, fast, to 6, small
     */
    public RenditionMaker(RenditionWidths renditionWidths, float jpegQuality, float webpQuality, int webpEffort) {
        this(renditionWidths, CompletableFuture.supplyAsync(() -> Stream.<PictureEncoder> concat(
                Stream.of(new JpegEncoder(jpegQuality)), WebpEncoder.find(webpQuality, webpEffort).stream()).toList()),
                PixelBuffers.fresh());
    }

    private RenditionMaker(RenditionWidths renditionWidths, CompletableFuture<List<PictureEncoder>> encoders,
            PixelBuffers buffers) {
        this.renditionWidths = renditionWidths;
        this.encoders = encoders;
        this.buffers = buffers;
    }

    /** Returns a maker that makes AVIF, too, if libvips can. */
    public RenditionMaker withAvif(VipsProgram vips, VipsProgram.AvifSettings settings) {
        return new RenditionMaker(renditionWidths, encoders.thenApply(
                others -> Stream.concat(others.stream(), AvifEncoder.find(vips, settings).stream()).toList()), buffers);
    }

    /** Returns a maker for the thread that owns these buffers. */
    public RenditionMaker using(PixelBuffers kept) {
        return new RenditionMaker(renditionWidths, encoders, kept);
    }

    /** Receives the files, one after the other. */
    @FunctionalInterface
    public interface Sink {

        /** @param name as {@code 16x9-640.webp} */
        void accept(String name, byte[] content) throws IOException;
    }

    /**
     * The files of a picture.
     *
     * @param widths of each crop, ascending
     * @param extensions the formats, JPEG first
     */
    public record Made(Map<Crop, List<Integer>> widths, List<String> extensions) {

        public Made {
            widths = Map.copyOf(widths);
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * Describes everything that decides the result, apart from the picture itself. The text is a part of the content hash: with
     * another text all files get new addresses.
     */
    public String settings() {
        // Written out, and not toString of the record: a new name of a class must not change the addresses.
        var widths = "Ladder[widths=" + renditionWidths.widths() + ", maxWidth=" + renditionWidths.maxWidth() + "]";
        return VERSION + " " + widths + " " + encoders.join().stream().map(PictureEncoder::settings).toList();
    }

    /** Returns the formats, JPEG first, as soon as all encoders are loaded. */
    public CompletionStage<List<String>> extensions() {
        return encoders.thenApply(RenditionMaker::extensions);
    }

    private static List<String> extensions(List<PictureEncoder> encoders) {
        return encoders.stream().map(PictureEncoder::extension).toList();
    }

    /** Returns the longest side of a rendition in pixels. */
    public int maxSide() {
        return renditionWidths.maxWidth();
    }

    /**
     * Makes all files.
     *
     * @param focalX from 0 at the left to 1 at the right
     * @param xmp the packet for every file, or nothing
     */
    public Made make(Picture picture, double focalX, double focalY, byte[] xmp, Sink sink) throws IOException {
        var made = new EnumMap<Crop, List<Integer>>(Crop.class);
        var encoding = new Encoding(new ArrayList<>(encoders.join()), xmp, sink);
        for (var crop : Crop.values()) {
            var box = crop.boxIn(picture.width(), picture.height(), focalX, focalY);
            made.put(crop, make(crop, picture.crop(box), box, encoding));
        }
        return new Made(made, extensions(encoding.usable));
    }

    /**
     * Makes the widest size first. Each smaller size is scaled from the size before, in the same array. The array of the whole
     * picture is not changed, because the next crop needs it.
     */
    private List<Integer> make(Crop crop, Picture part, Crop.Box box, Encoding encoding) throws IOException {
        var widths = renditionWidths.widthsFor(box.width(), box.height());
        var descending = new ArrayList<>(widths);
        Collections.reverse(descending);
        var widest = descending.get(0);
        var smaller = buffers.other(part.array(), widest * box.heightAt(widest));
        var source = part;
        for (var width : descending) {
            source = Scaler.scale(source, width, box.heightAt(width), smaller);
            encoding.write(crop.fileName() + "-" + width, new EncoderInput(source, buffers));
        }
        return widths;
    }

    /**
     * The encoding of one picture.
     *
     * @param usable the encoders that did not fail so far
     */
    private record Encoding(List<PictureEncoder> usable, byte[] xmp, Sink sink) {

        void write(String name, EncoderInput input) throws IOException {
            for (var encoder : List.copyOf(usable)) {
                try {
                    sink.accept(name + "." + encoder.extension(), encoder.encode(input, xmp));
                } catch (PictureEncoder.Failed failed) {
                    usable.remove(encoder);
                    Log.warnf("The picture has no renditions in %s", encoder.extension());
                }
            }
        }
    }

    /** Encodes a drawn picture as JPEG, with a packet of XMP or without. */
    public static byte[] drawn(BufferedImage opaque, byte[] xmp) throws IOException {
        return new JpegEncoder(DRAWN_QUALITY).encode(EncoderInput.of(Picture.of(opaque)), xmp);
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
