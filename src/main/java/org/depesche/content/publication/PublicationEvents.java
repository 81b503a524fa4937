package org.depesche.content.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.projection.ArticleEvent;
import org.depesche.content.projection.PublishedArticle;

/** Fires the events of a publication together with their effects on the translations and the series of the articles. */
@ApplicationScoped
class PublicationEvents {

    private final TranslationEffects translations;
    private final SeriesEffects series;
    private final Event<ArticleEvent.Batch> events;

    PublicationEvents(TranslationEffects translations, SeriesEffects series, Event<ArticleEvent.Batch> events) {
        this.translations = translations;
        this.series = series;
        this.events = events;
    }

    /**
     * Fires the events, and those of the articles that they affect.
     *
     * @param groups the translation groups of each article before and after its change
     * @param before the articles that were public before
     */
    void fire(List<ArticleEvent> changes, Map<UUID, Set<UUID>> groups, List<PublishedArticle> before) {
        events.fire(new ArticleEvent.Batch(series.withEffects(translations.withEffects(changes, groups, before))));
    }
}
