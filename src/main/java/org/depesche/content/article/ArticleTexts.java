package org.depesche.content.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.body.BodyText;
import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.publication.LanguageVersionSelector;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of public articles for the search index. Each call is one transaction, at one position of the change
 * log.
 */
@ApplicationScoped
@Transactional
public class ArticleTexts {

    private final PublishedArticles rows;
    private final ArticleListKeys lists;
    private final Sites sites;
    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final ChangeLogPositionTracker positions;

    ArticleTexts(PublishedArticles rows, ArticleListKeys lists, Sites sites, Categories categories, Tags tags, Authors authors,
            ChangeLogPositionTracker positions) {
        this.rows = rows;
        this.lists = lists;
        this.sites = sites;
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.positions = positions;
    }

    /** Returns the texts of those articles that are public, in the order of the ids. */
    public List<ArticleText> byIds(Collection<UUID> ids) {
        positions.readAndRecord();
        var found = rows.byIds(ids, true);
        return texts(ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList());
    }

    /** Returns the next articles in the order of their ids; empty at the end. */
    public List<ArticleText> after(@Nullable UUID id, int limit) {
        return byIds(rows.idsAfter(id, limit));
    }

    /** Returns the number of public articles. */
    public long count() {
        return rows.count();
    }

    private List<ArticleText> texts(List<PublishedArticle> articles) {
        var trees = new SiteTreeCache(sites, categories);
        var tagsById = tags.byIds(
                articles.stream().flatMap(published -> published.content().classification().tags().stream())
                        .collect(Collectors.toSet()));
        var authorsById = authors
                .byIds(articles.stream().flatMap(published -> published.content().classification().authors().stream())
                        .collect(Collectors.toSet()));
        var translations = rows.translations(articles);
        var entries = lists.entries(articles, trees).stream().collect(Collectors.groupingBy(ListEntry::article));
        return articles.stream().map(article -> {
            var content = article.content();
            var names = new ArrayList<String>();
            content.classification().tags().stream().flatMap(id -> Optional.ofNullable(tagsById.get(id)).stream())
                    .map(Tag::name)
                    .forEach(names::add);
            content.classification().authors().stream().flatMap(id -> Optional.ofNullable(authorsById.get(id)).stream())
                    .map(Author::name)
                    .forEach(names::add);
            return new ArticleText(article.id(), content.classification().language(), orEmpty(content.story().kicker()),
                    orEmpty(content.story().headline()),
                    orEmpty(content.story().teaser()), BodyText.of(article.body()), names,
                    lists(entries.getOrDefault(article.id(), List.of()),
                            otherVersion(article, translations.getOrDefault(article.id(), List.of()), trees)),
                    content.classification().tags(),
                    article.publishedAt());
        }).toList();
    }

    private static Set<ListKey> lists(List<ListEntry> entries, Stream<ListEntry> more) {
        return Stream.concat(entries.stream(), more).map(ListEntry::list).collect(Collectors.toSet());
    }

    private Stream<ListEntry> otherVersion(PublishedArticle article, List<PublishedArticle> otherVersions,
            SiteTreeCache trees) {
        var story = new ArrayList<>(otherVersions);
        story.add(article);
        return new LanguageVersionSelector(lists, trees).others(story).stream()
                .filter(entry -> entry.article().equals(article.id()) && entry.list().kind() == ListKind.OTHER_VERSION);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
