package org.depesche.content.taxonomy.published;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The members of a tag or an author that {@link PublicTaxonomyReader} uses. */
public interface PublicTaxonomyEntry {

    UUID id();

    String slug();

    /** Returns the id of an image, which may have expired. */
    @Nullable
    UUID imageId();
}
