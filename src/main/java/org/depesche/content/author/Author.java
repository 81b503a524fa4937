package org.depesche.content.author;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.depesche.content.taxonomy.published.PublicTaxonomyEntry;
import org.jspecify.annotations.Nullable;

/** The author of articles. */
public record Author(UUID id, long serial, String slug, String name, @Nullable String initials, Profile profile,
        long version, Instant updatedAt) implements PublicTaxonomyEntry {

    @Override
    public @Nullable UUID imageId() {
        return profile.imageId();
    }

    /**
     * The public facts about an author besides the name.
     *
     * @param imageId the id of an image, whose rights may have expired
     * @param role the role in the newsroom
     * @param email the address to which readers may write
     * @param links other pages about the author
     */
    public record Profile(@Nullable String description, @Nullable UUID imageId, @Nullable String role,
            @Nullable String email, List<URI> links) {

        public Profile {
            links = List.copyOf(links);
        }
    }
}
