package org.depesche.content.article.list;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.platform.http.CacheTag;

/** The cache tags of an article list, derived from its filter. */
public final class ArticleListTags {

    /** The kinds of lists that have cache tags, the preferred one first. */
    private static final List<ListKind> TAGGED_KINDS = List.of(ListKind.IMAGE, ListKind.CATEGORY, ListKind.TAG,
            ListKind.AUTHOR);
    private static final Map<ListKind, Function<UUID, CacheTag>> TAGS = Map.of(ListKind.IMAGE, CacheTag::image,
            ListKind.CATEGORY, CacheTag::listOfCategory, ListKind.TAG, CacheTag::listOfTag, ListKind.AUTHOR,
            CacheTag::listOfAuthor);
    /** A category that moves, and a tag or an author that is merged, takes its articles to another list. */
    private static final Map<ListKind, Function<UUID, CacheTag>> SUBJECTS = Map.of(ListKind.CATEGORY,
            id -> CacheTag.CATEGORIES, ListKind.TAG, CacheTag::tag, ListKind.AUTHOR, CacheTag::author);

    private ArticleListTags() {
    }

    /**
     * Returns the tags of one group of lists. They suffice, because every listed article is in that group, too. An excluded
     * collection adds its own tag, because the list changes when an article enters or leaves the collection. A filter by lead
     * image adds one as well, because the rights to an image expire without a change of its articles.
     */
    public static Set<CacheTag> of(ListFilter filter) {
        var tags = new LinkedHashSet<CacheTag>();
        tags.addAll(TAGGED_KINDS.stream().flatMap(kind -> filter.groups().stream().map(group -> tags(group, kind)))
                .filter(found -> !found.isEmpty()).findFirst().orElse(Set.of(CacheTag.LIST_ALL)));
        addOther(filter, tags);
        return tags;
    }

    /**
     * Returns the tags of changes that affect a list without a change of its articles. They are for responses that have the
     * tags of their articles by other means, such as the feed of one month.
     */
    public static Set<CacheTag> ofOtherChanges(ListFilter filter) {
        var tags = new LinkedHashSet<CacheTag>();
        addOther(filter, tags);
        filter.groups().stream().flatMap(Set::stream).filter(list -> SUBJECTS.containsKey(list.kind()))
                .map(list -> SUBJECTS.get(list.kind()).apply(list.id())).forEach(tags::add);
        return tags;
    }

    private static void addOther(ListFilter filter, Set<CacheTag> tags) {
        if (filter.names(ListKind.HAS_IMAGE)) {
            tags.add(CacheTag.LIST_BY_LEAD_IMAGE);
        }
        filter.excludedCollections().stream().map(CacheTag::collection).forEach(tags::add);
    }

    private static Set<CacheTag> tags(Set<ListKey> group, ListKind kind) {
        return group.stream().filter(list -> list.kind() == kind).map(list -> TAGS.get(kind).apply(list.id()))
                .collect(Collectors.toSet());
    }
}
