package org.depesche.delivery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Articles;
import org.depesche.content.author.Authors;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListingConfig;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tags;
import org.depesche.content.taxonomy.PublicTaxonomy;
import org.depesche.content.taxonomy.PublicTaxonomy.PublicEntry;
import org.depesche.content.taxonomy.TaxonomyQuery;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.page.PageQuery;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds suggestions for a search box: tags and authors by prefix, and headlines by their words. The index is asked before the
 * transaction begins, so that a slow index keeps no database connection.
 */
@ApplicationScoped
class Suggestions {

    private static final int MAX_NAMES = 3;

    private final CurrentIndex index;
    private final Articles articles;
    private final Tags tags;
    private final Authors authors;
    private final PublicTaxonomy tagNames;
    private final PublicTaxonomy authorNames;
    private final Transactions transactions;
    private final ChangeLogPositionTracker positions;
    private final ResponseMetadata metadata;

    Suggestions(CurrentIndex index, Articles articles, Tags tags, Authors authors, Jdbi jdbi, ListingConfig listing,
            Transactions transactions, ChangeLogPositionTracker positions, ResponseMetadata metadata) {
        this.index = index;
        this.articles = articles;
        this.tags = tags;
        this.authors = authors;
        this.tagNames = new PublicTaxonomy(jdbi,
                new PublicTaxonomy.Source("tag", ListKind.TAG.letter(), ListKind.OTHER_WITH_TAG.letter()),
                listing.statementTimeout());
        this.authorNames = new PublicTaxonomy(jdbi,
                new PublicTaxonomy.Source("author", ListKind.AUTHOR.letter(), ListKind.OTHER_BY_AUTHOR.letter()),
                listing.statementTimeout());
        this.transactions = transactions;
        this.positions = positions;
        this.metadata = metadata;
    }

    List<SuggestionList.Suggestion> find(Site site, String input, int limit) {
        var indexPosition = index.ask(ArticleIndex::position);
        var headlines = index.ask(present -> present.suggest(input, ListKey.all(site.id()), limit));
        metadata.sequence(indexPosition);
        metadata.cacheTags(Set.of(CacheTag.LIST_ALL, CacheTag.TAGS, CacheTag.AUTHORS));
        return transactions.call(() -> {
            if (indexPosition < positions.readAndRecord().sequence()) {
                metadata.forbidStorage();
            }
            return Stream.of(tags(site, input.strip()), authors(site, input.strip()), headlines(site, headlines))
                    .flatMap(List::stream).limit(limit).toList();
        });
    }

    private List<SuggestionList.Suggestion> tags(Site site, String input) {
        var ids = names(tagNames, site, input);
        var tagsById = tags.byIds(ids);
        return resolve(ids, id -> tagsById.get(id),
                tag -> new SuggestionList.Suggestion(tag.name(), SuggestionList.Kind.TAG.word(),
                        tag.id(), tag.slug(), null, site.tagAddress(tag.slug()).orElse(null)));
    }

    private List<SuggestionList.Suggestion> authors(Site site, String input) {
        var ids = names(authorNames, site, input);
        var authorsById = authors.byIds(ids);
        return resolve(ids, id -> authorsById.get(id),
                author -> new SuggestionList.Suggestion(author.name(), SuggestionList.Kind.AUTHOR.word(),
                        author.id(), author.slug(), null, site.authorAddress(author.slug()).orElse(null)));
    }

    private static List<UUID> names(PublicTaxonomy names, Site site, String input) {
        return input.isEmpty() ? List.of()
                : names.page(
                        new TaxonomyQuery(site.id(), input, List.of(), new PageQuery(MAX_NAMES, PublicTaxonomy.SORT, "", null),
                                false))
                        .rows().stream().map(PublicEntry::id).toList();
    }

    private static <T> List<SuggestionList.Suggestion> resolve(List<UUID> ids, Function<UUID, T> lookup,
            Function<T, SuggestionList.Suggestion> suggestion) {
        return ids.stream().map(lookup).filter(Objects::nonNull).map(suggestion).toList();
    }

    private List<SuggestionList.Suggestion> headlines(Site site, List<UUID> ids) {
        var suggestions = new ArrayList<SuggestionList.Suggestion>();
        articles.renderCards(site, ids).values()
                .forEach(card -> suggestions.add(new SuggestionList.Suggestion(card.headline(),
                        SuggestionList.Kind.ARTICLE.word(), card.id(), card.slug(), card.category(), card.url())));
        return suggestions;
    }
}
