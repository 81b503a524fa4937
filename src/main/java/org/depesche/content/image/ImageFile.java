package org.depesche.content.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The stored file of an image, as delivery needs it. It is one JSON column, so members may be added.
 *
 * @param name the name that the client gave to the file, in NFC
 * @param state whether renditions exist
 * @param frames more than 1 if it is animated or has pages
 * @param renditions what was made from it last; null before the first time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageFile(@Nullable String name, State state, int frames, @Nullable String blurHash, boolean contentCredentials,
        @Nullable String licensorName, @Nullable String licensorUrl, @Nullable String dataMining,
        @Nullable Renditions renditions) {

    /** What became of the renditions. */
    public enum State {
        /** They are being made; those of before are shown meanwhile. */
        PENDING,
        READY,
        /** There is no decoder for the format. */
        UNAVAILABLE,
        /** The picture could not be decoded. */
        FAILED
    }

    /**
     * The renditions of one file, focal point and packet of rights.
     *
     * @param key a hash of all of these, part of every address
     * @param widths by crop, ascending
     * @param formats the ends of the file names, JPEG first
     */
    public record Renditions(String key, Map<String, List<Integer>> widths, List<String> formats) {

        public Renditions {
            widths = Map.copyOf(widths);
            formats = List.copyOf(formats);
        }

        public List<Integer> widthsOf(String crop) {
            return widths.getOrDefault(crop, List.of());
        }
    }

    public Optional<Renditions> currentRenditions() {
        return Optional.ofNullable(renditions);
    }

    public ImageFile withState(State newState) {
        return new ImageFile(name, newState, frames, blurHash, contentCredentials, licensorName, licensorUrl, dataMining,
                renditions);
    }

    public ImageFile withRenditions(Renditions made) {
        return new ImageFile(name, State.READY, frames, blurHash, contentCredentials, licensorName, licensorUrl, dataMining,
                made);
    }
}
