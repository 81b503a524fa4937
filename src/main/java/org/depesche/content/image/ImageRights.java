package org.depesche.content.image;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Whose picture it is and who may show it how long. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageRights(@Nullable String creator, @Nullable String copyright, @Nullable String usageTerms,
        @Nullable URI licenseUrl, @Nullable Instant expiresAt, @Nullable String syndication,
        @Nullable String digitalSourceType) {

    ImageRights until(@Nullable Instant moment) {
        return new ImageRights(creator, copyright, usageTerms, licenseUrl, moment, syndication, digitalSourceType);
    }
}
