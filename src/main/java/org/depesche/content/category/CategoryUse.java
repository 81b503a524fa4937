package org.depesche.content.category;

import java.util.Optional;

/** What stands in the way of deleting a category; whoever refers to categories plugs in here. */
public interface CategoryUse {

    /** In words for the desk, as "12 articles are in it". */
    Optional<String> of(Category category);
}
