package org.depesche.content.image;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What is read whole and never searched; stored as JSON, so members may be added. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageDetails(@Nullable ImageRights rights, @Nullable ImageLocation location, @Nullable List<String> keywords) {

    public static final ImageDetails NONE = new ImageDetails(null, null, List.of());

    public ImageDetails {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
    }

    ImageDetails withRights(ImageRights others) {
        return new ImageDetails(others, location, keywords);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whose picture it is and who may show it how long. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImageRights(@Nullable String creator, @Nullable String copyright, @Nullable String usageTerms,
            @Nullable URI licenseUrl, @Nullable Instant expiresAt, @Nullable String syndication,
            @Nullable String digitalSourceType) {

        ImageRights withExpiry(@Nullable Instant moment) {
            return new ImageRights(creator, copyright, usageTerms, licenseUrl, moment, syndication, digitalSourceType);
        }
    }

    /** Where a picture was taken, no nearer than the town. */
    @Schema(name = "ImageLocation", description = "Where it was taken, no nearer than the town")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImageLocation(
            @Schema(examples = "Berlin") @Nullable String city,
            @Schema(description = "ISO 3166-1 alpha-2", examples = "DE") @Nullable String country) {
    }
}
