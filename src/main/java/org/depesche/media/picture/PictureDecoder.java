package org.depesche.media.picture;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.metadata.Orientation;
import org.jspecify.annotations.Nullable;

/** Decodes the pixels of files whose header was checked: the first frame, upright, in sRGB. */
public final class PictureDecoder {

    /**
     * Pictures with more pixels have a version that is one higher. An earlier release read fewer of their pixels, because it
     * used a smaller share of the heap. With the container's heap these are pictures from 12 megapixels on, as phones take.
     */
    public static final int LARGE = 12_000_000;

    private static final int FIRST = 1;
    /** 2: TwelveMonkeys 3.15.0, whose reader of lossy WebP finds the pixels that the file has. */
    private static final int WEBP = 2;
    private static final int PIXELS_PER_BYTE = 500;
    /** Messages of readers about valid ways to store pixels that they cannot read. Other such messages name mistakes. */
    private static final Pattern UNSUPPORTED = Pattern.compile("(Unsupported|Unknown) (JPEG process|(TIFF )?(compression"
            + "|PhotometricInterpretation|SampleFormat|FillOrder|BitsPerSample|SamplesPerPixel|PlanarConfiguration)\\b)",
            Pattern.CASE_INSENSITIVE);

    private final Duration deadline;
    private final @Nullable VipsProgram vips;
    private final boolean acceptsDamaged;
    private final PixelBuffers buffers;

    /** @param deadline the longest time to decode one file */
    public PictureDecoder(Duration deadline) {
        this(deadline, null);
    }

    /** @param vips decodes what this class cannot, and renditions faster */
    public PictureDecoder(Duration deadline, @Nullable VipsProgram vips) {
        this(deadline, vips, false, PixelBuffers.fresh());
    }

    private PictureDecoder(Duration deadline, @Nullable VipsProgram vips, boolean acceptsDamaged, PixelBuffers buffers) {
        this.deadline = deadline;
        this.vips = vips;
        this.acceptsDamaged = acceptsDamaged;
        this.buffers = buffers;
    }

    /** Returns a decoder that accepts or rejects damaged pictures. Of a damaged picture it returns the pixels that exist. */
    public PictureDecoder acceptingDamaged(boolean isAccepted) {
        return new PictureDecoder(deadline, vips, isAccepted, buffers);
    }

    /** Returns a decoder for the thread that owns these buffers. A picture is valid until the next one is decoded. */
    public PictureDecoder using(PixelBuffers kept) {
        return new PictureDecoder(deadline, vips, acceptsDamaged, kept);
    }

    /** Whether the format can be decoded here. */
    public boolean canDecode(ImageFormat format) {
        return vips != null || isOwn(format);
    }

    private static boolean isOwn(ImageFormat format) {
        return format != ImageFormat.AVIF && format != ImageFormat.HEIC;
    }

    /**
     * Returns the version of the decoded pixels of a format. A change of a decoder that results in other pixels has to raise
     * the version, and the renditions of that format are then made again. The version never decreases: an older node does not
     * make the renditions of a newer node again. Files that an older node renders keep its pixels until a newer one finds them.
     */
    public static int version(ImageFormat format, long pixels) {
        var version = switch (format) {
            case WEBP -> WEBP;
            case JPEG, PNG, GIF, TIFF, AVIF, HEIC -> FIRST;
        };
        return pixels > LARGE ? version + 1 : version;
    }

    /** Returns the name of the decoder: {@code java}, or the name and version of another engine. */
    public String engine() {
        return vips == null ? "java" : vips.version();
    }

    /** Decodes a file that was checked before, with the fastest engine. If that engine fails, Java decodes the file. */
    public Picture decodeChecked(Path file, ImageHeader header, Orientation orientation, int wantedSide) throws IOException {
        var fast = decodeWithVips(file, header, wantedSide);
        return fast.isPresent() ? fast.get() : decode(file, header, orientation, wantedSide);
    }

    /** Decodes a file with libvips. Empty if the program is absent, is not used for such files, or fails. */
    public Optional<Picture> decodeWithVips(Path file, ImageHeader header, int wantedSide) {
        var longest = Math.max(header.width(), header.height()) / Subsampling.step(header, wantedSide);
        return vips == null || AnimationStart.hasCanvas(header) || isCmyk(file, header) ? Optional.empty()
                : vips.convert(file, Math.max(1, longest), this::decodePng);
    }

    /** Whether a picture is made of inks. libvips is not used for it: it has another intent and another generic profile. */
    private static boolean isCmyk(Path file, ImageHeader header) {
        return switch (header.format()) {
            case JPEG, TIFF -> ask(file, header, CmykConversion::isCmyk);
            case PNG, GIF, WEBP, AVIF, HEIC -> false;
        };
    }

    /** A question to a reader. */
    private interface Question {

        boolean ask(ImageReader reader) throws IOException;
    }

    /** False where the file cannot be read: what is damaged is found when it is decoded. */
    private static boolean ask(Path file, ImageHeader header, Question question) {
        try {
            ColorProfileCheck.check(file);
            var reader = ImageReaders.of(header.format());
            try (var input = input(file, header)) {
                reader.setInput(input, true, false);
                return question.ask(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private Picture decodePng(Path png) throws IOException {
        var reader = ImageReaders.of(ImageFormat.PNG);
        try (var input = new FileImageInputStream(png.toFile())) {
            reader.setInput(input, true, false);
            return Picture.ofOwn(new SrgbConversion(buffers).convert(reader.read(0), PngProfile.of(reader)));
        } finally {
            reader.dispose();
        }
    }

    /**
     * Decodes a file.
     *
     * @param wantedSide a much larger picture is read in steps of several pixels, which saves memory
     * @throws DamagedPicture if not all pixels can be decoded
     */
    public Picture decode(Path file, ImageHeader header, Orientation orientation, int wantedSide) throws IOException {
        if (!isOwn(header.format())) {
            return decodeWithVips(file, header, wantedSide)
                    .orElseThrow(() -> new DamagedPicture("The picture cannot be decoded here."));
        }
        ColorProfileCheck.check(file);
        var end = System.nanoTime() + deadline.toNanos();
        var reader = ImageReaders.of(header.format());
        try (var input = input(file, header)) {
            reader.setInput(input, true, false);
            reader.addIIOReadProgressListener(new Deadline(end));
            var decoded = read(reader, file, header, wantedSide);
            refuseLate(end);
            return Picture.ofOwn(decoded).upright(orientation, buffers);
        } catch (DamagedPicture damaged) {
            throw damaged;
        } catch (IOException | RuntimeException e) {
            refuseLate(end);
            throw new DamagedPicture(isUnsupported(e)
                    ? "The picture cannot be decoded: the service does not know the way in which its pixels are stored."
                    : "The picture cannot be decoded: its file is damaged.");
        } finally {
            reader.dispose();
        }
    }

    private static boolean isUnsupported(Exception failure) {
        return UNSUPPORTED.matcher(String.valueOf(failure.getMessage())).lookingAt();
    }

    /**
     * Opens a file. The WebP library rejects a picture with more than 2,048 bytes of pixels for a byte of the file, as a flat
     * picture has. The service has checked its own limit before, so that the stream claims the length that the library wants.
     */
    private static ImageInputStream input(Path file, ImageHeader header) throws IOException {
        if (header.format() == ImageFormat.PNG || header.format() == ImageFormat.GIF) {
            return PartialFileStream.open(file, header.format() == ImageFormat.PNG ? PngPixels::select : GifPixels::select);
        }
        var wanted = header.format() == ImageFormat.WEBP ? (long) header.width() * header.height() / PIXELS_PER_BYTE : 0;
        return new FileImageInputStream(file.toFile()) {

            @Override
            public long length() {
                return Math.max(super.length(), wanted);
            }
        };
    }

    /** Returns warnings for the editor about the colors of a decoded picture. */
    public List<String> warnings(Path file, ImageHeader header) {
        if (isOwn(header.format()) && ask(file, header, CmykConversion::isRaw)) {
            return List.of("The CMYK picture names no color profile; its colors are estimated.");
        }
        return header.format() == ImageFormat.PNG && PngProfile.isTooLarge(file)
                ? List.of(
                        "The color profile of the picture is larger than 4 MiB and is not used; its colors are taken for sRGB.")
                : List.of();
    }

    private BufferedImage read(ImageReader reader, Path file, ImageHeader header, int wantedSide) throws IOException {
        if (reader.getWidth(0) > header.width() || reader.getHeight(0) > header.height()) {
            throw new DamagedPicture("The picture is larger than its header says.");
        }
        var warnings = new ArrayList<String>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(String.valueOf(warning)));
        var parameters = reader.getDefaultReadParam();
        var step = Subsampling.step(header, wantedSide);
        parameters.setSourceSubsampling(step, step, 0, 0);
        if (CmykConversion.isRaw(reader)) {
            var inks = inks(reader, file, header, parameters);
            refuseIncomplete(warnings);
            return CmykConversion.convert(inks, buffers);
        }
        var decoded = AnimationStart.hasCanvas(header) ? AnimationStart.read(reader, file, header)
                : readInto(reader, parameters);
        if (header.format() == ImageFormat.WEBP && !AnimationStart.hasCanvas(header)) {
            WebpFrames.find(file, header, 1).get(0).addAlpha(decoded, step);
        }
        refuseIncomplete(warnings);
        return new SrgbConversion(buffers).convert(decoded,
                header.format() == ImageFormat.PNG ? PngProfile.of(reader) : Optional.empty());
    }

    private BufferedImage readInto(ImageReader reader, ImageReadParam parameters) throws IOException {
        DecoderTarget.set(reader, parameters, buffers);
        return reader.read(0, parameters);
    }

    /** The decoder of JPEG gives the numbers of the file, that of TIFF gives inks. */
    private static Raster inks(ImageReader reader, Path file, ImageHeader header, ImageReadParam parameters)
            throws IOException {
        if (header.format() != ImageFormat.JPEG) {
            parameters.setDestinationType(CmykConversion.rawType(reader));
            return reader.read(0, parameters).getRaster();
        }
        var numbers = (WritableRaster) reader.readRaster(0, parameters);
        CmykConversion.toInks(numbers, file);
        return numbers;
    }

    /** The decoder returns what it has, however little that is, and only warns. */
    private void refuseIncomplete(List<String> warnings) {
        for (var warning : acceptsDamaged ? List.<String> of() : warnings) {
            var text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("truncat") || text.contains("premature") || text.contains("corrupt")
                    || text.contains("unexpected end")) {
                throw new DamagedPicture("The picture is damaged or ends early.");
            }
        }
    }

    /** Fails after the deadline. Some readers hide why they were aborted, and some finish a small picture first. */
    private static void refuseLate(long end) {
        if (System.nanoTime() - end > 0) {
            throw new DamagedPicture("Decoding the picture takes too long.");
        }
    }

    /** Aborts the reader from its own thread: decoders report their progress line by line. */
    private record Deadline(long nanos) implements IIOReadProgressListener {

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (System.nanoTime() - nanos > 0) {
                source.abort();
            }
        }

        @Override
        public void readAborted(ImageReader source) {
            refuseLate(nanos);
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {
            // one image is read
        }

        @Override
        public void sequenceComplete(ImageReader source) {
            // one image is read
        }

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {
            // the deadline runs already
        }

        @Override
        public void imageComplete(ImageReader source) {
            // in time
        }

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
            // thumbnails are not read
        }

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {
            // thumbnails are not read
        }

        @Override
        public void thumbnailComplete(ImageReader source) {
            // thumbnails are not read
        }
    }
}
