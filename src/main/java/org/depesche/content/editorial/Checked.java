package org.depesche.content.editorial;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.image.Image;
import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * A form beside what is there: all that it refers to exists or may be made, or is named in the errors.
 *
 * @param tags slugs of those that exist, names of those to make
 * @param lead its image where that is one registered before
 * @param articles the articles it links to, by the ids that stand for them in its body
 */
record Checked(ArticleForm form, List<String> tags, List<String> authors, @Nullable Image lead,
        Map<UUID, UUID> articles, @Nullable UUID translationOf, List<InputError> errors) {

    Checked {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        articles = Map.copyOf(articles);
        errors = List.copyOf(errors);
    }

    boolean isRight() {
        return errors.isEmpty();
    }
}
