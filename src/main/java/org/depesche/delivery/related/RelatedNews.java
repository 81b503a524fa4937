package org.depesche.delivery.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ArticleAttributes;
import org.depesche.content.article.Articles;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;

/**
 * Chooses the related news of an article: never the article itself, never advertising. A sensitive article gets no
 * automatic list and appears in none. The desk's picks apply to sensitive articles, too.
 */
@ApplicationScoped
@Transactional
public class RelatedNews {

    private final Articles articles;
    private final SourceArticles sources;
    private final PublishedListReader selections;
    private final SimilarNews similar;
    private final ResponseMetadata metadata;

    RelatedNews(Articles articles, SourceArticles sources, PublishedListReader selections, SimilarNews similar,
            ResponseMetadata metadata) {
        this.articles = articles;
        this.sources = sources;
        this.selections = selections;
        this.similar = similar;
        this.metadata = metadata;
    }

    /** The related news of the article that a path names. */
    List<RelatedItem> list(Site site, String ref, RelatedQuery query) {
        return sources.read(site, ref, slug -> "/v1/articles/" + slug + "/related", article -> list(site, article, query));
    }

    /**
     * The ids of the related news of the article that a path names, as the strategy {@code auto} chooses them.
     * @param address maps the present slug to the path to which a former slug redirects
     */
    public RelatedArticles articles(Site site, String ref, int limit, UnaryOperator<String> address) {
        return sources.read(site, ref, address, article -> {
            addCacheTags(article.attributes());
            return new RelatedArticles(article.id(), auto(site, article, limit).stream().map(RelatedChoice::article).toList());
        });
    }

    /** The related news of an article. */
    public record RelatedArticles(UUID article, List<UUID> related) {
        public RelatedArticles {
            related = List.copyOf(related);
        }
    }

    private void addCacheTags(ArticleAttributes article) {
        metadata.cacheTag(CacheTag.article(article.id()));
        Optional.ofNullable(article.category()).map(CacheTag::relatedToCategory).ifPresent(metadata::cacheTag);
    }

    /** The related news of an article that was loaded already. */
    List<RelatedItem> list(Site site, ArticleAttributes article, RelatedQuery query) {
        return list(site, sources.of(article), query);
    }

    private List<RelatedItem> list(Site site, SourceArticle article, RelatedQuery query) {
        addCacheTags(article.attributes());
        if (query.limit() == 0) {
            return List.of();
        }
        var chosen = choose(site, article, query);
        var documents = articles.render(site, chosen.stream().map(RelatedChoice::article).toList(), query.presentation());
        var sharedTerms = similar.sharedTerms(article.attributes(), chosen);
        var items = new ArrayList<RelatedItem>();
        for (var i = 0; i < chosen.size(); i++) {
            var choice = chosen.get(i);
            var document = documents.get(choice.article());
            if (document != null) {
                items.add(item(document, choice, sharedTerms.get(i), query.presentation()));
            }
        }
        return items;
    }

    private static RelatedItem item(ArticleRepresentation article, RelatedChoice choice, List<String> sharedTerms,
            FieldSelection presentation) {
        var hit = choice.similarHit();
        return new RelatedItem(article, presentation.hasField("reason") ? choice.strategyName() : null,
                hit != null && presentation.hasField("because") ? sharedTerms : null,
                hit != null && presentation.hasField("score") ? hit.score() : null);
    }

    private List<RelatedChoice> choose(Site site, SourceArticle article, RelatedQuery query) {
        return switch (query.strategy()) {
            case CURATED -> curated(site, article, query.limit());
            case SIMILAR -> similar.find(site, article.attributes(), query.limit());
            case LATEST -> latest(site, article.attributes(), Set.of(), query.limit());
            case AUTO -> auto(site, article, query.limit());
        };
    }

    private List<RelatedChoice> auto(Site site, SourceArticle article, int limit) {
        var chosen = new ArrayList<>(curated(site, article, limit));
        var chosenIds = new HashSet<UUID>();
        chosen.forEach(choice -> chosenIds.add(choice.article()));
        chosen.addAll(similar.fillUp(site, article.attributes(), chosenIds, limit - chosen.size()));
        chosen.forEach(choice -> chosenIds.add(choice.article()));
        chosen.addAll(latest(site, article.attributes(), chosenIds, limit - chosen.size()));
        return chosen;
    }

    private List<RelatedChoice> curated(Site site, SourceArticle article, int limit) {
        var picked = new LinkedHashSet<>(article.picks());
        picked.remove(article.id());
        picked.forEach(pick -> metadata.cacheTag(CacheTag.article(pick)));
        var attributes = articles.attributesById(site, picked);
        return picked.stream().filter(attributes::containsKey).filter(pick -> !attributes.get(pick).isAdvertising())
                .limit(limit)
                .map(pick -> new RelatedChoice(pick, RelatedStrategy.CURATED)).toList();
    }

    private List<RelatedChoice> latest(Site site, ArticleAttributes article, Set<UUID> chosenIds, int limit) {
        if (article.sensitive() || article.category() == null || limit == 0) {
            return List.of();
        }
        var except = new HashSet<>(chosenIds);
        except.add(article.id());
        var selection = ListFilter.of(ListKey.of(site.id(), ListKind.CATEGORY, article.category())).excluding(
                Set.of(ListKey.of(site.id(), ListKind.ADVERTISING, true), ListKey.of(site.id(), ListKind.SENSITIVE, true)),
                Set.of());
        // reads some more instead of excluding ids in SQL: that statement would need a timeout
        return selections.pageWithLogPosition(selection, ListOrder.NEWEST, null, limit + except.size()).stream()
                .map(ListHit::article).filter(id -> !except.contains(id)).limit(limit)
                .map(id -> new RelatedChoice(id, RelatedStrategy.LATEST)).toList();
    }

    /**
     * How many articles to choose, how, and how to render them.
     * @param limit 0 to 100
     */
    record RelatedQuery(RelatedStrategy strategy, int limit, FieldSelection presentation) {

        /** The members that an item adds to its article. */
        static final List<String> MEMBERS = List.of("reason", "because", "score");
    }
}
