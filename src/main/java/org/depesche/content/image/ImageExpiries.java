package org.depesche.content.image;

import java.time.Instant;
import java.util.Optional;

/** Rights of images that expire with time. Lists count an expired image as absent from its entry in the change log on. */
public interface ImageExpiries {

    /**
     * Lets the lists be those of this moment: an expiry that is due and not in the change log yet is written there.
     *
     * @return the moment at which lists with and without images change next, if nobody changes anything
     */
    Optional<Instant> catchUp();
}
