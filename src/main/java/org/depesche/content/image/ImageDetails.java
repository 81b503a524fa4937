package org.depesche.content.image;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Metadata that is never searched. It is stored as one JSON column, so members may be added. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageDetails(@Nullable ImageRights rights, @Nullable ImageLocation location, @Nullable List<String> keywords) {

    public static final ImageDetails NONE = new ImageDetails(null, null, List.of());

    public ImageDetails {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
    }

    ImageDetails withRights(ImageRights newRights) {
        return new ImageDetails(newRights, location, keywords);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** The owner of an image, and the terms of its use. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImageRights(@Nullable String creator, @Nullable String copyright, @Nullable String usageTerms,
            @Nullable URI licenseUrl, @Nullable Instant expiresAt, @Nullable String syndication,
            @Nullable String digitalSourceType) {

        public ImageRights {
            digitalSourceType = digitalSourceType == null || isSourceType(digitalSourceType) ? digitalSourceType : null;
        }

        /** Returns whether a text is a web address, or a term without one. Pages link the addresses that they are given. */
        public static boolean isSourceType(String text) {
            return text.indexOf(':') < 0 || WebUrl.parse(text).isPresent();
        }

        ImageRights withExpiry(@Nullable Instant expiresAt) {
            return new ImageRights(creator, copyright, usageTerms, licenseUrl, expiresAt, syndication, digitalSourceType);
        }
    }

    /** Where an image was taken, at most as exact as the town. */
    @Schema(name = "ImageLocation", description = "Where it was taken, no nearer than the town")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImageLocation(
            @Schema(examples = "Berlin", maxLength = ImageFormLimits.CITY) @Nullable String city,
            @Schema(
                    description = "ISO 3166-1 alpha-2",
                    examples = "DE",
                    maxLength = 2,
                    pattern = ImageFormLimits.COUNTRY) @Nullable String country) {
    }
}
