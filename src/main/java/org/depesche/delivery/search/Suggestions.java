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

import org.depesche.content.article.ArticleCard;
import org.depesche.content.article.ArticleView;
import org.depesche.content.article.Articles;
import org.depesche.content.article.CacheTags;
import org.depesche.content.author.AuthorEvent;
import org.depesche.content.author.Authors;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Site;
import org.depesche.content.tag.TagEvent;
import org.depesche.content.tag.Tags;
import org.depesche.content.vocabulary.NameQuery;
import org.depesche.content.vocabulary.PublicNames;
import org.depesche.content.vocabulary.PublicNames.PublicName;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.page.PageQuery;
import org.jdbi.v3.core.Jdbi;

/** What a search box offers: names and headlines that go on as somebody began. */
@ApplicationScoped
@Transactional
class Suggestions {

    private static final int NAMES = 3;

    private final SearchIndex index;
    private final Articles articles;
    private final Tags tags;
    private final Authors authors;
    private final PublicNames tagNames;
    private final PublicNames authorNames;
    private final LogPosition positions;
    private final Provenance provenance;

    Suggestions(SearchIndex index, Articles articles, Tags tags, Authors authors, Jdbi jdbi, LogPosition positions,
            Provenance provenance) {
        this.index = index;
        this.articles = articles;
        this.tags = tags;
        this.authors = authors;
        this.tagNames = new PublicNames(jdbi, "tag", ListKind.TAG.letter());
        this.authorNames = new PublicNames(jdbi, "author", ListKind.AUTHOR.letter());
        this.positions = positions;
        this.provenance = provenance;
    }

    List<Suggestion> of(Site site, String typed, int limit) {
        var now = positions.now();
        var reached = index.ask(ArticleIndex::position);
        var headlines = index.ask(present -> present.beginning(typed, ListKey.all(site.id()), limit));
        provenance.sequence(reached);
        provenance.tags(Set.of(CacheTags.LIST_ALL, TagEvent.LIST_CACHE_TAG, AuthorEvent.LIST_CACHE_TAG));
        if (reached < now.sequence()) {
            provenance.notKept();
        }
        return Stream.of(tags(site, typed.strip()), authors(site, typed.strip()), headlines(site, headlines))
                .flatMap(List::stream)
                .limit(limit).toList();
    }

    private List<Suggestion> tags(Site site, String typed) {
        var found = names(tagNames, site, typed);
        var known = tags.byIds(found);
        return named(found, id -> known.get(id),
                tag -> new Suggestion(tag.name(), "tag", site.tagAddress(tag.slug()).orElse(null)));
    }

    private List<Suggestion> authors(Site site, String typed) {
        var found = names(authorNames, site, typed);
        var known = authors.byIds(found);
        return named(found, id -> known.get(id),
                author -> new Suggestion(author.name(), "author", site.authorAddress(author.slug()).orElse(null)));
    }

    private static List<UUID> names(PublicNames names, Site site, String typed) {
        return typed.isEmpty() ? List.of()
                : names.page(
                        new NameQuery(site.id(), typed, List.of(), new PageQuery(NAMES, PublicNames.SORT, "", null), false))
                        .rows().stream().map(PublicName::id).toList();
    }

    private static <T> List<Suggestion> named(List<UUID> ids, Function<UUID, T> known, Function<T, Suggestion> shown) {
        return ids.stream().map(known).filter(Objects::nonNull).map(shown).toList();
    }

    private List<Suggestion> headlines(Site site, List<UUID> ids) {
        var suggestions = new ArrayList<Suggestion>();
        articles.documents(site, ids, ArticleView.CARD).values().forEach(document -> {
            var card = (ArticleCard) document;
            suggestions.add(new Suggestion(card.headline(), "article", card.url()));
        });
        return suggestions;
    }
}
