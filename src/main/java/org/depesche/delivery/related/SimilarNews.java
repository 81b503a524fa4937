package org.depesche.delivery.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleAttributes;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.delivery.related.similar.SimilarArticles;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.MinSequence;
import org.depesche.platform.http.ResponseMetadata;

/** Finds articles that are similar in content. Of several versions of a story one is returned. */
@ApplicationScoped
class SimilarNews {

    private final CurrentIndex index;
    private final Tags tags;
    private final SimilarArticles articles;
    private final MinSequence minSequence;
    private final ResponseMetadata metadata;

    SimilarNews(CurrentIndex index, Tags tags, SimilarArticles articles, MinSequence minSequence, ResponseMetadata metadata) {
        this.index = index;
        this.tags = tags;
        this.articles = articles;
        this.minSequence = minSequence;
        this.metadata = metadata;
    }

    /**
     * Waits until the index has the minimum sequence of the request. Does not wait when there is no index.
     * @throws Problem 503 when the index takes too long
     */
    void awaitIndex() {
        if (index.isAvailable()) {
            minSequence.await(() -> index.ask(ArticleIndex::position));
        }
    }

    List<RelatedChoice> find(Site site, ArticleAttributes article, int limit) {
        if (article.sensitive() || limit == 0) {
            return List.of();
        }
        return choices(articles.find(site, article.id(), Set.of(), limit));
    }

    /** Fills up what was chosen, as far as that is possible: without an index, this may be by nothing. */
    List<RelatedChoice> fillUp(Site site, ArticleAttributes article, Set<UUID> chosen, int limit) {
        if (article.sensitive() || limit == 0) {
            return List.of();
        }
        var found = articles.findIfPossible(site, article.id(), chosen, limit);
        if (found.isEmpty()) {
            metadata.noStore();
        }
        return choices(found.orElse(List.of()));
    }

    private List<RelatedChoice> choices(List<SimilarHit> hits) {
        // any change may make an article similar enough, or remove it
        metadata.cacheTag(CacheTag.LIST_ALL);
        hits.forEach(hit -> metadata.cacheTag(CacheTag.article(hit.article())));
        return hits.stream().map(hit -> new RelatedChoice(hit.article(), RelatedStrategy.SIMILAR, hit)).toList();
    }

    /**
     * For each choice, what both articles have in common, as text for readers: shared tags, then shared words that are
     * no tag's name. The words are those of the source: one that only subscribers may read there is left out.
     */
    List<List<String>> sharedTerms(ArticleAttributes source, List<RelatedChoice> chosen) {
        var tagsById = tags.byIds(chosen.stream().flatMap(SimilarNews::tags).collect(Collectors.toSet()));
        return chosen.stream().map(choice -> {
            var shared = new ArrayList<String>();
            tags(choice).flatMap(id -> Optional.ofNullable(tagsById.get(id)).stream()).map(Tag::name).sorted()
                    .forEach(shared::add);
            Optional.ofNullable(choice.similarHit()).map(SimilarHit::sharedWords).orElse(List.of()).stream()
                    .filter(source::isOpen).filter(word -> shared.stream().noneMatch(tag -> tag.equalsIgnoreCase(word)))
                    .forEach(shared::add);
            return List.copyOf(shared);
        }).toList();
    }

    private static Stream<UUID> tags(RelatedChoice choice) {
        return choice.similarHit() == null ? Stream.empty() : choice.similarHit().sharedTags().stream();
    }
}
