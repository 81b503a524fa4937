package org.depesche.content.collection.desk;

import java.util.List;

import org.depesche.content.collection.CollectionType;
import org.depesche.content.image.ImageForm;
import org.jspecify.annotations.Nullable;

/**
 * A collection as the desk wants it.
 *
 * @param slug an existing one keeps its own when not given
 * @param articles by id, slug or former slug, in order
 */
record CollectionForm(@Nullable String slug, String name, CollectionType type, @Nullable String description,
        @Nullable ImageForm image, List<CollectedArticleRef> articles) {

    CollectionForm {
        articles = List.copyOf(articles);
    }

    /**
     * An article as it was named.
     *
     * @param pointer where, for what has to be said of it
     */
    record CollectedArticleRef(String pointer, String ref) {
    }
}
