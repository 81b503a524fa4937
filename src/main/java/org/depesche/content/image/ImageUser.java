package org.depesche.content.image;

import java.util.UUID;

/** What uses an image, public or not. */
public record ImageUser(Kind kind, UUID id, String slug) {

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
