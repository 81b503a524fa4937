package org.depesche.content.editorial;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.AddressClaims;
import org.depesche.content.article.ArticleContent;
import org.depesche.content.image.Image;
import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/** What the publication requires of an article before it goes public. */
@ApplicationScoped
class PublicationRules {

    private static final Set<String> KNOWN = Set.of("headline", "category", "teaser", "body", "image", "alt", "credit");

    private final Set<String> required;

    PublicationRules(EditorialConfig config) {
        this.required = new TreeSet<>(config.required());
        required.addAll(List.of("headline", "category"));
        required.stream().filter(word -> !KNOWN.contains(word)).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException("depesche.editorial.required: there is no rule \"" + word + "\", only " + KNOWN);
        });
    }

    /**
     * All that is missing at once.
     *
     * @param isPlaced whether it has a category
     * @param lead its image as it was registered, where it refers to one
     */
    List<InputError> missing(ArticleContent content, boolean isPlaced, @Nullable Image lead) {
        var errors = new Errors();
        require("headline", content.headline() != null, "/headline", "A headline is required.", errors);
        require("category", isPlaced, "/category", "A category is required.", errors);
        require("teaser", content.teaser() != null, "/teaser", "A teaser is required.", errors);
        require("body", !content.body().isEmpty(), "/body", "A body is required.", errors);
        require("image", content.image() != null, "/image", "An image is required.", errors);
        var image = content.image();
        if (image != null) {
            var decorative = image.decorative() == null ? lead != null && lead.decorative() : image.decorative();
            require("alt", decorative || image.alt() != null || lead != null && lead.alt() != null, "/image/alt",
                    "The image needs an alternative text.", errors);
            require("credit", image.credit() != null || lead != null && lead.credit() != null, "/image/credit",
                    "The image needs a credit.", errors);
        }
        return errors.all();
    }

    /** An alias leads to one article alone, and never away from another's address. */
    List<InputError> taken(List<String> aliases, AddressClaims claims, UUID article) {
        var errors = new Errors();
        for (var i = 0; i < aliases.size(); i++) {
            var pointer = "/aliases/" + i;
            var alias = aliases.get(i);
            claims.another(alias, article).ifPresent(
                    slug -> errors.add(pointer, "\"" + alias + "\" is or was an address of the article \"" + slug + "\"."));
        }
        return errors.all();
    }

    private void require(String rule, boolean met, String pointer, String detail, Errors errors) {
        if (!met && required.contains(rule)) {
            errors.add(pointer, detail);
        }
    }
}
