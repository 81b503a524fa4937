package org.depesche.content.image;

import java.util.List;
import java.util.UUID;

/** What stands in the way of deleting an image; whoever refers to images plugs in here. */
public interface ImageUsages {

    /** At most so many. */
    List<ImageUsage> usagesOf(UUID image, int most);

    /** What uses an image, public or not. */
    public record ImageUsage(Kind kind, UUID id, String slug) {

        /** What it may be. */
        public enum Kind {
            ARTICLE("articles"),
            COLLECTION("collections");

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
