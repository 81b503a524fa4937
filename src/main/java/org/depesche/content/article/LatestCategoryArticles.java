package org.depesche.content.article;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.list.ArticleFilterResolver;
import org.depesche.content.article.list.ArticleListTags;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.category.LatestArticles;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.site.Site;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;

/** Reads the newest articles of categories. Of a story in several languages it shows one version, as lists do. */
@ApplicationScoped
class LatestCategoryArticles implements LatestArticles {

    private final ArticleFilterResolver filters;
    private final PublishedListReader reader;
    private final Articles articles;
    private final ResponseMetadata metadata;

    LatestCategoryArticles(ArticleFilterResolver filters, PublishedListReader reader, Articles articles,
            ResponseMetadata metadata) {
        this.filters = filters;
        this.reader = reader;
        this.articles = articles;
        this.metadata = metadata;
    }

    @Override
    public Reader prepare(QueryParameters inputs, Site site, LatestParameters given) {
        var filter = filters.resolve(inputs, ArticleFilterParameters.ofLatest(given.language(), given.excludeCollection(),
                given.advertising(), given.hasImage()), site, false);
        var presentation = FieldSelection.of(DetailLevel.valueOf(given.view().toUpperCase(Locale.ROOT)))
                .withImages(given.images());
        return categories -> latest(site, categories, new Query(filter, presentation, given.limit()));
    }

    private Map<UUID, List<?>> latest(Site site, Collection<UUID> categories, Query query) {
        metadata.cacheTags(ArticleListTags.of(query.filter()));
        var keys = categories.stream().map(id -> ListKey.of(site.id(), ListKind.CATEGORY, id)).toList();
        var hits = reader.newest(keys, query.filter(), query.limit());
        var ids = new LinkedHashSet<UUID>();
        hits.values().forEach(list -> list.forEach(hit -> ids.add(hit.article())));
        var shown = articles.render(site, List.copyOf(ids), query.presentation());
        var latest = new HashMap<UUID, List<?>>();
        hits.forEach((key, list) -> latest.put(key.id(),
                list.stream().map(ListHit::article).map(shown::get).filter(Objects::nonNull).toList()));
        return latest;
    }

    private record Query(ListFilter filter, FieldSelection presentation, int limit) {
    }
}
