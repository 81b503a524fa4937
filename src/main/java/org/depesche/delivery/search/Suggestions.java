package org.depesche.delivery.search;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.listing.ListKey;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.content.taxonomy.published.PublicNames;
import org.depesche.delivery.search.SuggestionList.Suggestion;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.ResponseMetadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Finds suggestions for a search box: tags and authors by prefix, and headlines by their words. The index is asked outside of
 * transactions, so that a slow index keeps no database connection.
 */
@ApplicationScoped
class Suggestions {

    /** The members of a card that a suggestion shows. */
    private static final FieldSelection CARD = new FieldSelection(DetailLevel.CARD, Set.of(),
            Set.of("slug", "headline", "category", "url"), false, ImagePresentation.DEFAULT);

    private final CurrentIndex index;
    private final Articles articles;
    private final Tags tags;
    private final Authors authors;
    private final PublicNames names;
    private final AutocommitReads reads;
    private final Transactions transactions;
    private final ChangeLogPositionTracker positions;
    private final ResponseMetadata metadata;
    private final ObjectMapper json;

    Suggestions(CurrentIndex index, Articles articles, Tags tags, Authors authors, PublicNames names, AutocommitReads reads,
            Transactions transactions, ChangeLogPositionTracker positions, ResponseMetadata metadata, ObjectMapper json) {
        this.index = index;
        this.articles = articles;
        this.tags = tags;
        this.authors = authors;
        this.names = names;
        this.reads = reads;
        this.transactions = transactions;
        this.positions = positions;
        this.metadata = metadata;
        this.json = json;
    }

    /** @param site is called outside of transactions, and again when the database has to be read in a transaction */
    List<Suggestion> find(Supplier<Site> site, String input, int limit) {
        return reads.attempt(() -> find(site.get(), input, limit, Supplier::get))
                .orElseGet(() -> find(site.get(), input, limit, transactions::call));
    }

    private List<Suggestion> find(Site site, String input, int limit,
            Function<Supplier<List<Suggestion>>, List<Suggestion>> database) {
        var indexPosition = index.ask(ArticleIndex::position);
        var headlines = index.ask(present -> present.suggest(input, ListKey.all(site.id()), limit));
        metadata.sequence(indexPosition);
        metadata.cacheTags(Set.of(CacheTag.LIST_ALL, CacheTag.TAGS, CacheTag.AUTHORS));
        return database.apply(() -> {
            var named = names.beginningWith(input.strip(), site.id());
            if (indexPosition < positions.readAndRecord().sequence()) {
                metadata.forbidStorage();
            }
            return Stream.of(tags(site, named.tags()), authors(site, named.authors()), headlines(site, headlines))
                    .flatMap(suggestions -> suggestions).limit(limit).toList();
        });
    }

    private Stream<Suggestion> tags(Site site, List<UUID> ids) {
        var tagsById = tags.byIds(ids);
        return ids.stream().map(tagsById::get).filter(Objects::nonNull).map(tag -> suggestion(site, tag));
    }

    private static Suggestion suggestion(Site site, Tag tag) {
        return new Suggestion(tag.name(), SuggestionList.Kind.TAG.word(), tag.id(), tag.slug(), null,
                site.tagAddress(tag.slug()).orElse(null));
    }

    private Stream<Suggestion> authors(Site site, List<UUID> ids) {
        var authorsById = authors.byIds(ids);
        return ids.stream().map(authorsById::get).filter(Objects::nonNull).map(author -> suggestion(site, author));
    }

    private static Suggestion suggestion(Site site, Author author) {
        return new Suggestion(author.name(), SuggestionList.Kind.AUTHOR.word(), author.id(), author.slug(), null,
                site.authorAddress(author.slug()).orElse(null));
    }

    private Stream<Suggestion> headlines(Site site, List<UUID> ids) {
        return articles.render(site, ids, CARD).entrySet().stream()
                .map(article -> suggestion(article.getKey(), json.valueToTree(article.getValue())));
    }

    /** @param card the selected members; those that are absent have no value */
    private static Suggestion suggestion(UUID article, JsonNode card) {
        return new Suggestion(card.path("headline").asText(null), SuggestionList.Kind.ARTICLE.word(), article,
                requireNonNull(card.get("slug")).asText(), card.get("category"),
                Optional.ofNullable(card.get("url")).map(url -> URI.create(url.asText())).orElse(null));
    }
}
