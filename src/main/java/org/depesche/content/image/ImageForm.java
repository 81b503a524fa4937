package org.depesche.content.image;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An image as an article or the desk names it: one that exists, or one to register; and what is said of it here.
 *
 * @param id of one that exists
 * @param fresh what to register where no id is given
 */
public record ImageForm(@Nullable UUID id, ImageOverrides overrides, ImageMetadata metadata) {
}
