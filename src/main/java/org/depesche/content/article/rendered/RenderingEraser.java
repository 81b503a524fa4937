package org.depesche.content.article.rendered;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.author.AuthorErased;
import org.depesche.content.projection.ArticleEvent;

/**
 * Deletes stored renderings in the transaction that updates their article or erases one of its authors, so that the table never
 * contains what is no longer public. When an article stops being public, a foreign key deletes its renderings.
 */
@ApplicationScoped
class RenderingEraser {

    private final RenderedArticleRepository renderings;

    RenderingEraser(RenderedArticleRepository renderings) {
        this.renderings = renderings;
    }

    void articlesChanged(@Observes ArticleEvent.Batch batch) {
        renderings.delete(batch.events().stream()
                .filter(event -> event.kind() == ArticleEvent.Kind.UPDATED || event.kind() == ArticleEvent.Kind.CORRECTED)
                .map(ArticleEvent::id).collect(Collectors.toSet()));
    }

    void authorErased(@Observes AuthorErased event) {
        renderings.deleteByAuthors(event.ids());
    }
}
