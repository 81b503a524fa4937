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
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.projection.CacheTags;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.delivery.search.index.SimilarQuery;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.MinSequence;
import org.depesche.platform.http.ResponseMetadata;

/** What stands close to an article by what it says, out of the search index; versions of one story come once. */
@ApplicationScoped
class SimilarNews {

    private final CurrentIndex index;
    private final Tags tags;
    private final ChangeLogPosition positions;
    private final MinSequence demanded;
    private final ResponseMetadata provenance;

    SimilarNews(CurrentIndex index, Tags tags, ChangeLogPosition positions, MinSequence demanded, ResponseMetadata provenance) {
        this.index = index;
        this.tags = tags;
        this.positions = positions;
        this.demanded = demanded;
        this.provenance = provenance;
    }

    /** Whether there is an index to ask: lists of several strategies do without it. */
    boolean isAvailable() {
        return index.isAvailable();
    }

    /**
     * Until the index has what the present request demands; a 503 when that takes long. Nobody waits for one that is not there.
     */
    void awaitIndex() {
        if (isAvailable()) {
            demanded.await(() -> index.ask(ArticleIndex::position));
        }
    }

    List<RelatedChoice> find(Site site, ArticleAttributes article, Set<UUID> already, int limit) {
        if (article.sensitive() || limit == 0) {
            return List.of();
        }
        // any article may come to stand among the closest, or cease to
        provenance.cacheTag(CacheTags.LIST_ALL);
        var reached = index.ask(ArticleIndex::position);
        var found = index.ask(present -> present.similar(new SimilarQuery(article.id(), ListKey.all(site.id()),
                Set.of(ListKey.of(site.id(), ListKind.ADVERTISING, true), ListKey.of(site.id(), ListKind.SENSITIVE, true)),
                already,
                limit)));
        provenance.sequence(reached);
        if (reached < positions.readAndRecord().sequence()) {
            provenance.noStore();
        }
        found.forEach(likeness -> provenance.cacheTag(CacheTags.article(likeness.article())));
        return found.stream().map(likeness -> new RelatedChoice(likeness.article(), RelatedStrategy.SIMILAR, likeness))
                .toList();
    }

    /** For each what both have in common, for people to read: tags, then words that no tag says already. */
    List<List<String>> sharedTerms(List<RelatedChoice> chosen) {
        var known = tags.byIds(chosen.stream().flatMap(SimilarNews::tags).collect(Collectors.toSet()));
        return chosen.stream().map(choice -> {
            var shared = new ArrayList<String>();
            tags(choice).flatMap(id -> Optional.ofNullable(known.get(id)).stream()).map(Tag::name).sorted()
                    .forEach(shared::add);
            Optional.ofNullable(choice.similarHit()).map(SimilarHit::sharedWords).orElse(List.of()).stream()
                    .filter(word -> shared.stream().noneMatch(tag -> tag.equalsIgnoreCase(word))).forEach(shared::add);
            return List.copyOf(shared);
        }).toList();
    }

    private static Stream<UUID> tags(RelatedChoice choice) {
        return choice.similarHit() == null ? Stream.empty() : choice.similarHit().sharedTags().stream();
    }
}
