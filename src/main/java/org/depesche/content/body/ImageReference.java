package org.depesche.content.body;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A registered image at one place of a body; the words hold for this place alone, what is absent says the image itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageReference(UUID id, @Nullable String alt, @Nullable Boolean decorative, @Nullable String caption,
        @Nullable String credit) {
}
