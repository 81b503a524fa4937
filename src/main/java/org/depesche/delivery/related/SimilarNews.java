package org.depesche.delivery.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleHead;
import org.depesche.content.article.CacheTags;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.delivery.search.ArticleIndex;
import org.depesche.delivery.search.Likeness;
import org.depesche.delivery.search.LikenessQuery;
import org.depesche.delivery.search.SearchIndex;
import org.depesche.platform.http.DemandedSequence;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Provenance;

/** What stands close to an article by what it says, out of the search index; versions of one story come once. */
@ApplicationScoped
class SimilarNews {

    private final SearchIndex index;
    private final Tags tags;
    private final LogPosition positions;
    private final DemandedSequence demanded;
    private final Provenance provenance;

    SimilarNews(SearchIndex index, Tags tags, LogPosition positions, DemandedSequence demanded, Provenance provenance) {
        this.index = index;
        this.tags = tags;
        this.positions = positions;
        this.demanded = demanded;
        this.provenance = provenance;
    }

    /** Whether there is an index to ask: lists of several strategies do without it. */
    boolean canBeAsked() {
        return index.isThere();
    }

    /**
     * Until the index has what the present request demands; a 503 when that takes long. Nobody waits for one that is not there.
     */
    void await() {
        if (canBeAsked()) {
            demanded.await(() -> index.ask(ArticleIndex::position));
        }
    }

    List<RelatedChoice> to(Site site, ArticleHead article, Set<UUID> already, int limit) {
        if (article.sensitive() || limit == 0) {
            return List.of();
        }
        // any article may come to stand among the closest, or cease to
        provenance.tag(CacheTags.LIST_ALL);
        var reached = index.ask(ArticleIndex::position);
        var found = index.ask(present -> present.similar(new LikenessQuery(article.id(), ListKey.all(site.id()),
                Set.of(ListKey.of(site.id(), ListKind.ADVERTISING, true), ListKey.of(site.id(), ListKind.SENSITIVE, true)),
                already,
                limit)));
        provenance.sequence(reached);
        if (reached < positions.now().sequence()) {
            provenance.notKept();
        }
        found.forEach(likeness -> provenance.tag(CacheTags.article(likeness.article())));
        return found.stream().map(likeness -> new RelatedChoice(likeness.article(), Strategy.SIMILAR, likeness)).toList();
    }

    /** For each what both have in common, for people to read: tags, then words that no tag says already. */
    List<List<String>> because(List<RelatedChoice> chosen) {
        var known = tags.byIds(chosen.stream().flatMap(SimilarNews::tags).collect(Collectors.toSet()));
        return chosen.stream().map(choice -> {
            var shared = new ArrayList<String>();
            tags(choice).flatMap(id -> Optional.ofNullable(known.get(id)).stream()).map(Tag::name).sorted()
                    .forEach(shared::add);
            Optional.ofNullable(choice.likeness()).map(Likeness::words).orElse(List.of()).stream()
                    .filter(word -> shared.stream().noneMatch(tag -> tag.equalsIgnoreCase(word))).forEach(shared::add);
            return List.copyOf(shared);
        }).toList();
    }

    private static Stream<UUID> tags(RelatedChoice choice) {
        return choice.likeness() == null ? Stream.empty() : choice.likeness().tags().stream();
    }
}
