package org.depesche.content.image;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.depesche.media.picture.Crop;
import org.depesche.platform.json.WebUrl;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The stored file of an image, as delivery needs it. It is one JSON column, so members may be added.
 *
 * @param name the name that the client gave to the file, in NFC
 * @param state whether renditions exist
 * @param frames the number of frames; more than 1 if the file is animated or has pages
 * @param dominantColor the color that was found in the file; null for files that were stored by versions that did not keep it
 * @param contentCredentials whether the file has a C2PA manifest
 * @param renditions the renditions that were made last; null before the first ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageFile(@Nullable String name, State state, int frames, @Nullable String blurHash,
        @Nullable String dominantColor, boolean contentCredentials,
        @Nullable String licensorName, @Nullable String licensorUrl, @Nullable String dataMining,
        @Nullable Renditions renditions) {

    /** The focal point for the size of a crop, which does not depend on it. */
    private static final double CENTER = 0.5;

    /** Drops an address of the licensor that is no web address, because pages link it. */
    public ImageFile {
        licensorUrl = licensorUrl == null ? null : WebUrl.parse(licensorUrl).map(URI::toString).orElse(null);
    }

    /** The state of the renditions. */
    public enum State {
        /** They are being made. The former ones are shown until then. */
        PENDING,
        READY,
        /** There is no decoder for the format. */
        UNAVAILABLE,
        /** The picture could not be decoded. */
        FAILED
    }

    /**
     * The renditions that were made from one file, focal point and packet of rights.
     *
     * @param key a hash of these three, which is a part of every address
     * @param widths the widths in pixels by crop, ascending
     * @param formats the extensions of the file names, JPEG first
     * @param jpegs the sizes of the JPEG files by crop, in the order of the widths; empty for renditions of versions that did
     *         not keep them
     * @param source the file that they were made from, if the image has another file by now; otherwise null
     * @param decoder the version of the decoder that they were made with; null means version 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Renditions(String key, Map<String, List<Integer>> widths, List<String> formats,
            @Nullable Map<String, List<Size>> jpegs, @Nullable FormerFile source, @Nullable Integer decoder) {

        public Renditions {
            widths = Map.copyOf(widths);
            formats = List.copyOf(formats);
            jpegs = jpegs == null ? Map.of() : Map.copyOf(jpegs);
        }

        /** The height in pixels and the number of bytes of a file. */
        public record Size(int height, long bytes) {
        }

        /**
         * Returns the renditions with the sizes of their JPEG files.
         *
         * @param width the width of the upright picture in pixels
         * @param bytesOf returns the number of bytes of a file by its name, for example {@code 16x9-640.jpg}
         */
        public Renditions withSizes(int width, int height, ToLongFunction<String> bytesOf) {
            var sizes = new HashMap<String, List<Size>>();
            for (var crop : Crop.values()) {
                var box = crop.boxIn(width, height, CENTER, CENTER);
                sizes.put(crop.word(), widthsOf(crop.word()).stream().map(each -> new Size(box.heightAt(each),
                        bytesOf.applyAsLong(fileName(crop, each, formats.get(0))))).toList());
            }
            return new Renditions(key, widths, formats, sizes, null, decoder);
        }

        /** Returns the renditions with the version of the decoder that they were made with. */
        public Renditions withDecoder(int version) {
            return new Renditions(key, widths, formats, jpegs, source, version);
        }

        public int decoderVersion() {
            return decoder == null ? 1 : decoder;
        }

        /** Returns the size of the JPEG file of a width, if it is known. */
        public Optional<Size> sizeOf(String crop, int width) {
            var sizes = jpegs == null ? List.<Size> of() : jpegs.getOrDefault(crop, List.of());
            var index = widthsOf(crop).indexOf(width);
            return index < 0 || index >= sizes.size() ? Optional.empty() : Optional.of(sizes.get(index));
        }

        /** Returns the names of all files, for example {@code 16x9-640.jpg}. */
        public Stream<String> fileNames() {
            return Arrays.stream(Crop.values()).flatMap(crop -> widthsOf(crop.word()).stream()
                    .flatMap(width -> formats.stream().map(format -> fileName(crop, width, format))));
        }

        private static String fileName(Crop crop, int width, String format) {
            return crop.fileName() + "-" + width + "." + format;
        }

        public List<Integer> widthsOf(String crop) {
            return widths.getOrDefault(crop, List.of());
        }
    }

    /** The properties of a replaced file whose renditions are shown until the new file has its own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FormerFile(@Nullable Integer width, @Nullable Integer height, @Nullable String dominantColor,
            @Nullable String mediaType, @Nullable Long byteSize, @Nullable String sha256, @Nullable String blurHash,
            @Nullable String licensorUrl) {
    }

    /** Returns the path with which the addresses of all renditions of an image begin, relative to this service. */
    public static String folder(UUID image) {
        return "/media/" + image + "/";
    }

    /**
     * Returns the renditions of an image whose file is being replaced, together with the properties of the file that they were
     * made from. They are shown until the new file has its own.
     *
     * @param newSha256 the digest of the new file; if it is that of the former one, its properties are not kept twice
     */
    public static @Nullable Renditions formerRenditions(Image before, String newSha256) {
        var made = before.file() == null ? null : before.file().renditions;
        if (made == null) {
            return null;
        }
        var source = Optional.ofNullable(made.source).orElseGet(() -> new FormerFile(before.width(), before.height(),
                before.dominantColor(), before.mediaType(), before.byteSize(), before.sha256(), before.file().blurHash,
                before.file().licensorUrl));
        return new Renditions(made.key, made.widths, made.formats, made.jpegs,
                newSha256.equals(source.sha256) ? null : source, made.decoder);
    }

    /** Returns the file whose renditions are shown, if it is not the current one. */
    Optional<FormerFile> shownFormerFile() {
        return currentRenditions().flatMap(made -> Optional.ofNullable(made.source));
    }

    ImageFile showing(FormerFile source) {
        return new ImageFile(name, state, frames, source.blurHash, source.dominantColor, contentCredentials, licensorName,
                source.licensorUrl,
                dataMining, renditions);
    }

    public Optional<Renditions> currentRenditions() {
        return Optional.ofNullable(renditions);
    }

    public ImageFile withState(State newState) {
        return new ImageFile(name, newState, frames, blurHash, dominantColor, contentCredentials, licensorName, licensorUrl,
                dataMining,
                renditions);
    }

    /** Returns the file with new renditions, which are ready. */
    public ImageFile withRenditions(Renditions made) {
        return new ImageFile(name, State.READY, frames, blurHash, dominantColor, contentCredentials, licensorName, licensorUrl,
                dataMining,
                made);
    }
}
