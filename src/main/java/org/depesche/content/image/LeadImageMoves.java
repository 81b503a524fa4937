package org.depesche.content.image;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Moves articles between the lists with and without a lead image. The package that publishes articles implements it. */
public interface LeadImageMoves {

    /**
     * Moves the next articles with an image to the list in which publications put them now.
     *
     * @param after the last article of the step before; empty for the first step
     * @param max how many articles with the image are looked at
     */
    Step move(UUID image, Optional<Position> after, int max);

    /**
     * The result of one step.
     *
     * @param moved the number of articles that were moved to the other list
     * @param last the last article that the step looked at; empty if there are no more
     */
    record Step(int moved, Optional<Position> last) {
    }

    /** An article in the order of moves: by site, and the newest first. */
    record Position(UUID site, Instant publishedAt, UUID article) {
    }
}
