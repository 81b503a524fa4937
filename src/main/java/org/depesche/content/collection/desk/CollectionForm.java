package org.depesche.content.collection.desk;

import java.util.List;

import org.depesche.content.image.form.ImageForm;
import org.depesche.kernel.CollectionType;
import org.jspecify.annotations.Nullable;

/**
 * A collection as the desk sends it.
 * @param slug null when an existing collection keeps its slug
 * @param articles ids, slugs or former slugs, in order
 */
record CollectionForm(@Nullable String slug, String name, CollectionType type, @Nullable String description,
        @Nullable ImageForm image, List<CollectedArticleRef> articles) {

    CollectionForm {
        articles = List.copyOf(articles);
    }

    /**
     * A reference to an article.
     * @param pointer the JSON pointer of the reference, for error messages
     * @param ref an id, slug or former slug
     */
    record CollectedArticleRef(String pointer, String ref) {
    }
}
