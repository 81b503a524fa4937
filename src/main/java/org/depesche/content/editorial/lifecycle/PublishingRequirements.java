package org.depesche.content.editorial.lifecycle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.form.FormErrors;
import org.depesche.content.image.Image;
import org.depesche.content.model.AiUse;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.url.UrlOwnership;
import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Checks the requirements that an article must meet before its publication. */
@ApplicationScoped
public class PublishingRequirements {

    private static final Set<String> KNOWN_FIELDS = Set.of("headline", "category", "teaser", "body", "image", "alt", "credit");

    private final Set<String> required;
    private final boolean allowsUnreviewedAi;

    PublishingRequirements(EditorialConfig config) {
        this.allowsUnreviewedAi = config.unreviewedAi();
        this.required = new TreeSet<>(config.requiredFields());
        required.addAll(List.of("headline", "category"));
        required.stream().filter(word -> !KNOWN_FIELDS.contains(word)).findFirst().ifPresent(word -> {
            throw new ConfigurationException(
                    "depesche.editorial.required-fields: there is no rule \"" + word + "\", only " + KNOWN_FIELDS);
        });
    }

    /** Creates the bean at the start, so that a wrong setting ends the start and not the first publication. */
    void checkSettings(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        Log.debugf("Required for publication: %s", required);
    }

    /**
     * Returns an error for each missing member, and one for an article that a machine wrote and nobody has reviewed.
     *
     * @param isPlaced whether the article has a category
     * @param lead the registered lead image
     */
    public List<InputError> missingFields(ArticleContent content, boolean isPlaced, @Nullable Image lead) {
        var errors = new FormErrors();
        addUnlessMet("headline", content.story().headline() != null, "/headline", "A headline is required.", errors);
        addUnlessMet("category", isPlaced, "/category", "A category is required.", errors);
        addUnlessMet("teaser", content.story().teaser() != null, "/teaser", "A teaser is required.", errors);
        addUnlessMet("body", !content.story().body().isEmpty(), "/body", "A body is required.", errors);
        addUnlessMet("image", content.story().image() != null, "/image", "An image is required.", errors);
        var image = content.story().image();
        if (image != null) {
            var decorative = image.decorative() == null ? lead != null && lead.decorative() : image.decorative();
            addUnlessMet("alt", decorative || image.alt() != null || lead != null && lead.alt() != null, "/image/alt",
                    "The image needs an alternative text.", errors);
            addUnlessMet("credit", image.credit() != null || lead != null && lead.credit() != null, "/image/credit",
                    "The image needs a credit.", errors);
        }
        var production = content.attribution().production();
        if (production != null && !production.reviewed() && AiUse.GENERATED.word().equals(production.ai())
                && !allowsUnreviewedAi) {
            errors.add("/production/reviewed",
                    "A machine wrote it (`ai: generated`): somebody has to review it first (`reviewed: true`).");
        }
        return errors.all();
    }

    /** Returns an error for each alias that is an alias or a URL of another article. */
    public List<InputError> takenAliases(List<String> aliases, UrlOwnership ownership, UUID article) {
        var errors = new FormErrors();
        for (var i = 0; i < aliases.size(); i++) {
            var pointer = "/aliases/" + i;
            var alias = aliases.get(i);
            ownership.otherOwner(alias, article).ifPresent(
                    slug -> errors.add(pointer, "\"" + alias + "\" is or was an address of the article \"" + slug + "\"."));
        }
        return errors.all();
    }

    private void addUnlessMet(String rule, boolean met, String pointer, String detail, FormErrors errors) {
        if (!met && required.contains(rule)) {
            errors.add(pointer, detail);
        }
    }
}
