package org.depesche.content.taxonomy.published;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What the public read side has to know of a tag or an author. */
public interface PublicTaxonomyEntry {

    UUID id();

    String slug();

    /** Returns the id of an image, which may have expired. */
    @Nullable
    UUID imageId();
}
