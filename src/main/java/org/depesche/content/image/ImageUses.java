package org.depesche.content.image;

import java.util.List;
import java.util.UUID;

/** What stands in the way of deleting an image; whoever refers to images plugs in here. */
public interface ImageUses {

    /** At most so many. */
    List<ImageUser> of(UUID image, int most);
}
