package org.depesche.content.image;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What is read whole and never searched; stored as JSON, so members may be added. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageDetails(@Nullable ImageRights rights, @Nullable ImageLocation location, @Nullable List<String> keywords) {

    public static final ImageDetails NONE = new ImageDetails(null, null, List.of());

    public ImageDetails {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
    }

    ImageDetails with(ImageRights others) {
        return new ImageDetails(others, location, keywords);
    }

    boolean isEmpty() {
        return equals(NONE);
    }
}
