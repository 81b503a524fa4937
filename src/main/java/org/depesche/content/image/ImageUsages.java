package org.depesche.content.image;

import java.util.List;
import java.util.UUID;

/** Finds the users of an image, which prevent its deletion. Every package that refers to images implements it. */
public interface ImageUsages {

    /** Returns users of the image, at most {@code max}. */
    List<ImageUsage> usagesOf(UUID image, int max);

    /** An article, a collection, a category, a tag or an author that uses an image, published or not. */
    public record ImageUsage(Kind kind, UUID id, String slug) {

        /** The type of a user. */
        public enum Kind {
            ARTICLE("articles"),
            COLLECTION("collections"),
            CATEGORY("categories"),
            TAG("tags"),
            AUTHOR("authors");

            private final String plural;

            Kind(String plural) {
                this.plural = plural;
            }

            String plural() {
                return plural;
            }
        }
    }
}
