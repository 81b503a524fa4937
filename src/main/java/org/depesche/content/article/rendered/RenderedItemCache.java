package org.depesche.content.article.rendered;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.depesche.content.article.view.DetailLevel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * A cache of list items in the memory of this node, up to a total size. An article is in many lists, and reading the bytes of
 * items is most of the database's work for a list. A cached item may be outdated; the caller checks it like a row.
 */
@Singleton
class RenderedItemCache {

    /** The approximate memory of an item, in addition to its JSON and its tags. */
    private static final int OVERHEAD = 300;
    private static final int TAG = 120;

    private final Cache<Key, StoredRendering> items;

    RenderedItemCache(RenderedArticleConfig config) {
        this.items = Caffeine.newBuilder().maximumWeight(config.itemMemory().asLongValue())
                .weigher((Key key, StoredRendering item) -> weight(item)).build();
    }

    private record Key(UUID site, UUID article, DetailLevel view) {
    }

    private static int weight(StoredRendering item) {
        var json = item.json();
        return OVERHEAD + (json == null ? 0 : json.length)
                + TAG * item.origin().tags().size();
    }

    /** Returns the cached ones of these articles. They may be outdated. */
    Map<UUID, StoredRendering> find(UUID site, Collection<UUID> articles, DetailLevel view) {
        var found = new HashMap<UUID, StoredRendering>();
        for (var article : articles) {
            var item = items.getIfPresent(new Key(site, article, view));
            if (item != null) {
                found.put(article, item);
            }
        }
        return found;
    }

    void put(UUID site, DetailLevel view, StoredRendering item) {
        items.put(new Key(site, item.article(), view), item);
    }

    void remove(UUID site, DetailLevel view, UUID article) {
        items.invalidate(new Key(site, article, view));
    }

    void clear() {
        items.invalidateAll();
    }
}
