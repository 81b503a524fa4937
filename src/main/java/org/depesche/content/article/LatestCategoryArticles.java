package org.depesche.content.article;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.LatestArticles;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListReader;
import org.depesche.content.site.Site;

/** Reads the newest articles of categories. */
@ApplicationScoped
class LatestCategoryArticles implements LatestArticles {

    private final ListReader selections;
    private final Articles articles;

    LatestCategoryArticles(ListReader selections, Articles articles) {
        this.selections = selections;
        this.articles = articles;
    }

    @Override
    public Map<UUID, List<?>> latest(Site site, Collection<UUID> categories, int limit) {
        var keys = categories.stream().map(id -> ListKey.of(site.id(), ListKind.CATEGORY, id)).toList();
        var hits = selections.newest(keys, limit);
        var ids = new LinkedHashSet<UUID>();
        hits.values().forEach(list -> list.forEach(hit -> ids.add(hit.article())));
        var cards = articles.renderCards(site, List.copyOf(ids));
        var latest = new HashMap<UUID, List<?>>();
        hits.forEach((key, list) -> latest.put(key.id(),
                list.stream().map(ListHit::article).map(cards::get).filter(Objects::nonNull).toList()));
        return latest;
    }
}
