package org.depesche.delivery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.ArticleCard;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.author.AuthorEvent;
import org.depesche.content.author.Authors;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.projection.CacheTags;
import org.depesche.content.site.Site;
import org.depesche.content.tag.TagEvent;
import org.depesche.content.tag.Tags;
import org.depesche.content.taxonomy.PublicTaxonomy;
import org.depesche.content.taxonomy.PublicTaxonomy.PublicEntry;
import org.depesche.content.taxonomy.TaxonomyQuery;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.page.PageQuery;
import org.jdbi.v3.core.Jdbi;

/** What a search box offers: names and headlines that go on as somebody began. */
@ApplicationScoped
@Transactional
class Suggestions {

    private static final int MAX_NAMES = 3;

    private final CurrentIndex index;
    private final Articles articles;
    private final Tags tags;
    private final Authors authors;
    private final PublicTaxonomy tagNames;
    private final PublicTaxonomy authorNames;
    private final ChangeLogPosition positions;
    private final ResponseMetadata provenance;

    Suggestions(CurrentIndex index, Articles articles, Tags tags, Authors authors, Jdbi jdbi, ChangeLogPosition positions,
            ResponseMetadata provenance) {
        this.index = index;
        this.articles = articles;
        this.tags = tags;
        this.authors = authors;
        this.tagNames = new PublicTaxonomy(jdbi, "tag", ListKind.TAG.letter());
        this.authorNames = new PublicTaxonomy(jdbi, "author", ListKind.AUTHOR.letter());
        this.positions = positions;
        this.provenance = provenance;
    }

    List<SuggestionList.Suggestion> find(Site site, String typed, int limit) {
        var now = positions.readAndRecord();
        var reached = index.ask(ArticleIndex::position);
        var headlines = index.ask(present -> present.suggest(typed, ListKey.all(site.id()), limit));
        provenance.sequence(reached);
        provenance.cacheTags(Set.of(CacheTags.LIST_ALL, TagEvent.LIST_CACHE_TAG, AuthorEvent.LIST_CACHE_TAG));
        if (reached < now.sequence()) {
            provenance.noStore();
        }
        return Stream.of(tags(site, typed.strip()), authors(site, typed.strip()), headlines(site, headlines))
                .flatMap(List::stream)
                .limit(limit).toList();
    }

    private List<SuggestionList.Suggestion> tags(Site site, String typed) {
        var found = names(tagNames, site, typed);
        var known = tags.byIds(found);
        return named(found, id -> known.get(id),
                tag -> new SuggestionList.Suggestion(tag.name(), "tag", site.tagAddress(tag.slug()).orElse(null)));
    }

    private List<SuggestionList.Suggestion> authors(Site site, String typed) {
        var found = names(authorNames, site, typed);
        var known = authors.byIds(found);
        return named(found, id -> known.get(id),
                author -> new SuggestionList.Suggestion(author.name(), "author",
                        site.authorAddress(author.slug()).orElse(null)));
    }

    private static List<UUID> names(PublicTaxonomy names, Site site, String typed) {
        return typed.isEmpty() ? List.of()
                : names.page(
                        new TaxonomyQuery(site.id(), typed, List.of(), new PageQuery(MAX_NAMES, PublicTaxonomy.SORT, "", null),
                                false))
                        .rows().stream().map(PublicEntry::id).toList();
    }

    private static <T> List<SuggestionList.Suggestion> named(List<UUID> ids, Function<UUID, T> known,
            Function<T, SuggestionList.Suggestion> shown) {
        return ids.stream().map(known).filter(Objects::nonNull).map(shown).toList();
    }

    private List<SuggestionList.Suggestion> headlines(Site site, List<UUID> ids) {
        var suggestions = new ArrayList<SuggestionList.Suggestion>();
        articles.render(site, ids, DetailLevel.CARD).values().forEach(document -> {
            var card = (ArticleCard) document;
            suggestions.add(new SuggestionList.Suggestion(card.headline(), "article", card.url()));
        });
        return suggestions;
    }
}
