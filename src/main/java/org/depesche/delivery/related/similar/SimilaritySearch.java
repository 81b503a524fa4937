package org.depesche.delivery.related.similar;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.SimilarQuery;
import org.depesche.delivery.search.indexing.CurrentIndex;

/** Searches the index for similar articles, without advertising and sensitive articles. */
@ApplicationScoped
class SimilaritySearch {

    private final CurrentIndex index;

    SimilaritySearch(CurrentIndex index) {
        this.index = index;
    }

    boolean isAvailable() {
        return index.isAvailable();
    }

    /** The position of the change log that a search sees at least. */
    long position() {
        return index.ask(ArticleIndex::position);
    }

    FoundSimilarArticles find(UUID site, UUID article, int limit) {
        var position = position();
        var hits = index.ask(current -> current.similar(new SimilarQuery(article, ListKey.all(site),
                Set.of(ListKey.of(site, ListKind.ADVERTISING, true), ListKey.of(site, ListKind.SENSITIVE, true)), Set.of(),
                limit)));
        return new FoundSimilarArticles(site, article, position, limit, hits);
    }
}
