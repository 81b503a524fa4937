package org.depesche.delivery.related;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import org.depesche.content.article.ArticleAttributes;
import org.depesche.content.article.Articles;
import org.depesche.content.projection.RelatedPicks;
import org.depesche.content.site.Site;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.cache.ResponseCache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Finds source articles, and caches some of them. Each change of any article makes all related news stale, so that source
 * articles are read often although they stay the same. A cached one is used while the change log has no later change of it,
 * of its site, or of any category, tag, author or image.
 */
@Singleton
class SourceArticles {

    private final Articles articles;
    private final RelatedPicks picks;
    private final ChangeLogPositionTracker positions;
    private final ResponseCache responseCache;
    private final AutocommitReads autocommitReads;
    private final Cache<Key, CachedArticle> cache;

    SourceArticles(Articles articles, RelatedPicks picks, ChangeLogPositionTracker positions, ResponseCache responseCache,
            AutocommitReads autocommitReads, RelatedConfig config) {
        this.articles = articles;
        this.picks = picks;
        this.positions = positions;
        this.responseCache = responseCache;
        this.autocommitReads = autocommitReads;
        this.cache = Caffeine.newBuilder().maximumSize(config.rememberedArticles()).build();
    }

    private record Key(UUID site, String ref) {
    }

    private record CachedArticle(SourceArticle article, Set<CacheTag> tags, ChangeLogPositionTracker.Position position) {
    }

    /**
     * Reads something that depends on the article of a path.
     *
     * @param address maps the present slug to the path to which a former slug redirects
     */
    <T> T read(Site site, String ref, UnaryOperator<String> address, Function<SourceArticle, T> reader) {
        var cached = find(site, ref, address);
        var result = reader.apply(cached.article());
        if (!isCurrent(cached, positions.confirmed())) {
            autocommitReads.requireTransaction(); // the article may have changed before the last statement
        }
        return result;
    }

    private CachedArticle find(Site site, String ref, UnaryOperator<String> address) {
        var key = new Key(site.id(), ref);
        var cached = cache.getIfPresent(key);
        if (cached != null && isCurrent(cached, positions.readAndRecord())) {
            return cached;
        }
        var article = of(articles.attributes(site, ref, address));
        var read = new CachedArticle(article, tags(site, article), positions.confirmed());
        cache.put(key, read);
        return read;
    }

    /** The source article with these attributes. */
    SourceArticle of(ArticleAttributes attributes) {
        return new SourceArticle(attributes, picks.forArticleWithLogPosition(attributes.id()));
    }

    private boolean isCurrent(CachedArticle cached, ChangeLogPositionTracker.Position position) {
        var since = cached.position();
        return since.equals(position) || since.taxonomy() == position.taxonomy()
                && responseCache.isUnchanged(cached.tags(), since.sequence(), position.sequence());
    }

    private static Set<CacheTag> tags(Site site, SourceArticle article) {
        var tags = new HashSet<>(Set.of(CacheTag.site(site.id()), CacheTag.article(article.id())));
        Optional.ofNullable(article.attributes().category()).map(CacheTag::category).ifPresent(tags::add);
        return tags;
    }
}
