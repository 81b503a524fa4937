package org.depesche.content.editorial.form;

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
public record ResolvedForm(ArticleForm form, List<String> tags, List<String> authors, @Nullable Image leadImage,
        Map<UUID, UUID> articles, @Nullable UUID translationOf, List<InputError> errors) {

    public ResolvedForm {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        articles = Map.copyOf(articles);
        errors = List.copyOf(errors);
    }

    public boolean isValid() {
        return errors.isEmpty();
    }
}
