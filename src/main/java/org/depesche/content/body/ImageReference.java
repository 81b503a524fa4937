package org.depesche.content.body;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A use of a registered image in a body. The texts apply to this use only; an absent text is taken from the image itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageReference(UUID id, @Nullable String alt, @Nullable Boolean decorative, @Nullable String caption,
        @Nullable String credit) {

    /** A decorative image has no alternative text. Uses that were stored before this held may have one. */
    public ImageReference {
        alt = Boolean.TRUE.equals(decorative) ? null : alt;
    }
}
