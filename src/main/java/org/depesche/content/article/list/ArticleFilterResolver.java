package org.depesche.content.article.list;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.depesche.content.article.list.ArticleFilterParameters.Advertising;
import org.depesche.content.article.list.ArticleFilterParameters.Translations;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.article.view.ArticleCollections.CollectionRef;
import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.model.ArticleType;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Resolves the filters of article lists. An unknown reference is an error and never ignored. A former slug is accepted. */
@Singleton
public class ArticleFilterResolver {

    /** When a list is ordered by update, a range of publication is split into at most so many months. */
    private static final int MAX_MONTHS = 120;

    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final ListRegistry listings;
    private final ArticleCollections collections;
    private final PublicationZone zone;

    ArticleFilterResolver(Categories categories, Tags tags, Authors authors, ListRegistry listings,
            ArticleCollections collections, PublicationZone zone) {
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.listings = listings;
        this.collections = collections;
        this.zone = zone;
    }

    /**
     * Resolves the filters of a request. Errors are added to the query parameters.
     *
     * @param byUpdate whether the list is sorted by the time of the last update
     */
    public ListFilter resolve(QueryParameters inputs, ArticleFilterParameters given, Site site, boolean byUpdate) {
        var groups = new ArrayList<Set<ListKey>>();
        var tree = categories.tree(site);
        groups.addAll(new References(ArticleFilterParameters.CATEGORY, site, ListKind.CATEGORY, refs -> categories(tree, refs),
                tree::didYouMean).resolve(inputs, given.category()));
        groups.addAll(new References(ArticleFilterParameters.TAG, site, ListKind.TAG, refs -> tags(site, refs),
                ref -> didYouMeanTag(site, ref)).resolve(inputs, given.tag()));
        groups.addAll(new References(ArticleFilterParameters.AUTHOR, site, ListKind.AUTHOR, refs -> authors(site, refs),
                ref -> didYouMeanAuthor(site, ref)).resolve(inputs, given.author()));
        resolveTypes(inputs, given.type(), site, groups);
        var language = inputs.read(ArticleFilterParameters.LANGUAGE, given.language());
        language.ifPresent(range -> groups.add(Set.of(ListKey.of(site.id(), ListKind.LANGUAGE, range))));
        var advertising = inputs.read(ArticleFilterParameters.ADVERTISING, given.advertising());
        if (advertising != Advertising.INCLUDE) {
            groups.add(Set.of(ListKey.of(site.id(), ListKind.ADVERTISING, advertising == Advertising.ONLY)));
        }
        inputs.read(ArticleFilterParameters.HAS_IMAGE, given.hasImage())
                .ifPresent(wanted -> groups.add(Set.of(ListKey.of(site.id(), ListKind.HAS_IMAGE, wanted))));
        var excludedCollection = excludedCollection(inputs, given.excludeCollection(), site);
        var from = inputs.read(ArticleFilterParameters.FROM, given.from()).orElse(null);
        var before = inputs.read(ArticleFilterParameters.BEFORE, given.before()).orElse(null);
        if (from != null && before != null && !from.isBefore(before)) {
            inputs.reject(ArticleFilterParameters.BEFORE, "`before` must be later than `from`.");
        }
        if (byUpdate && (from != null || before != null)) {
            monthLists(site, from, before).ifPresent(groups::add);
        }
        if (groups.isEmpty()) {
            groups.add(Set.of(ListKey.all(site.id())));
        }
        return new ListFilter(groups, otherVersions(inputs, given, site, language.orElse("")), from, before,
                inputs.choices(ArticleFilterParameters.EXCLUDE, given.exclude()),
                excludedCollection);
    }

    private static Set<ListKey> otherVersions(QueryParameters inputs, ArticleFilterParameters given, Site site,
            String language) {
        return inputs.read(ArticleFilterParameters.TRANSLATIONS, given.translations()) == Translations.ALL ? Set.of()
                : Set.of(ListKey.of(site.id(), ListKind.OTHER_VERSION, language));
    }

    private Set<UUID> excludedCollection(QueryParameters inputs, @Nullable String ref, Site site) {
        var found = Optional.ofNullable(ref).flatMap(slug -> collections.bySlug(site, slug)).map(CollectionRef::id);
        if (ref != null && found.isEmpty()) {
            inputs.reject(ArticleFilterParameters.EXCLUDE_COLLECTION, "There is no collection \"" + ref + "\" on this site."
                    + SlugSuggestion.didYouMean(collections.meant(site, ref)));
        }
        return found.map(Set::of).orElse(Set.of());
    }

    private Map<String, UUID> tags(Site site, Collection<String> refs) {
        var found = new HashMap<String, UUID>();
        tags.byRefs(refs).forEach((ref, tag) -> found.put(ref, tag.id()));
        return publiclyUsed(site, ListKind.TAG, found);
    }

    private String didYouMeanTag(Site site, String ref) {
        return SlugSuggestion
                .didYouMean(tags.meant(ref).filter(tag -> isPubliclyUsed(site, ListKind.TAG, tag.id())).map(Tag::slug));
    }

    private Map<String, UUID> authors(Site site, Collection<String> refs) {
        var found = new HashMap<String, UUID>();
        authors.byRefs(refs).forEach((ref, author) -> found.put(ref, author.id()));
        return publiclyUsed(site, ListKind.AUTHOR, found);
    }

    private String didYouMeanAuthor(Site site, String ref) {
        return SlugSuggestion.didYouMean(authors.meant(ref)
                .filter(author -> isPubliclyUsed(site, ListKind.AUTHOR, author.id())).map(Author::slug));
    }

    private boolean isPubliclyUsed(Site site, ListKind kind, UUID id) {
        return !listings.existingLists(List.of(ListKey.of(site.id(), kind, id))).isEmpty();
    }

    private static Map<String, UUID> categories(CategoryTree tree, Collection<String> refs) {
        var found = new HashMap<String, UUID>();
        refs.forEach(ref -> tree.byRef(ref).ifPresent(category -> found.put(ref, category.id())));
        return found;
    }

    /** Removes tags or authors that only drafts use, because the public must not know them. */
    private Map<String, UUID> publiclyUsed(Site site, ListKind kind, Map<String, UUID> found) {
        var existing = listings.existingLists(found.values().stream().map(id -> ListKey.of(site.id(), kind, id)).toList());
        found.values().removeIf(id -> !existing.contains(ListKey.of(site.id(), kind, id)));
        return found;
    }

    private static void resolveTypes(QueryParameters inputs, @Nullable List<String> raw, Site site, List<Set<ListKey>> groups) {
        inputs.oneOfEach(ArticleFilterParameters.TYPE, raw, ArticleType.WORDS)
                .ifPresent(types -> groups.add(types.stream().map(type -> ListKey.of(site.id(), ListKind.TYPE, type))
                        .collect(Collectors.toSet())));
    }

    /**
     * Splits a range of publication into months, for lists that are ordered by update, whose index cannot select the
     * range. The lists of the months can be merged. A range with too many months is scanned and checked, within the
     * timeout of the statement.
     */
    private Optional<Set<ListKey>> monthLists(Site site, @Nullable Instant from, @Nullable Instant before) {
        var first = from == null ? "" : month(from);
        var last = before == null ? "9999-99" : month(before.minusNanos(1));
        var months = listings.sizes(site.id(), ListKind.MONTH).keySet().stream()
                .filter(month -> month.compareTo(first) >= 0 && month.compareTo(last) <= 0)
                .map(month -> ListKey.of(site.id(), ListKind.MONTH, month)).collect(Collectors.toSet());
        return months.size() > MAX_MONTHS ? Optional.empty() : Optional.of(months);
    }

    private String month(Instant moment) {
        return YearMonth.from(moment.atZone(zone.zone())).toString();
    }

    /**
     * The references of one filter.
     *
     * @param known returns the ids of those references that exist
     * @param didYouMean returns the question "Did you mean …?" for an unknown reference, or an empty text
     */
    private record References(QueryParameter<List<Set<String>>> parameter, Site site, ListKind kind,
            Function<Collection<String>, Map<String, UUID>> known, UnaryOperator<String> didYouMean) {

        List<Set<ListKey>> resolve(QueryParameters inputs, @Nullable List<String> raw) {
            var asked = inputs.groups(parameter, raw);
            if (asked.isEmpty()) {
                return List.of();
            }
            var found = known.apply(asked.stream().flatMap(Set::stream).distinct().toList());
            asked.stream().flatMap(Set::stream).filter(ref -> !found.containsKey(ref)).findFirst()
                    .ifPresent(ref -> inputs.reject(parameter,
                            "There is no " + parameter.name() + " \"" + ref + "\"." + didYouMean.apply(ref)));
            return asked.stream().map(group -> group.stream().filter(found::containsKey)
                    .map(ref -> ListKey.of(site.id(), kind, found.get(ref))).collect(Collectors.toSet())).toList();
        }
    }
}
