package org.depesche.delivery.change;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.author.Author;
import org.depesche.content.author.AuthorEvent;
import org.depesche.content.author.Authors;
import org.depesche.content.category.CategoryEvent;
import org.depesche.content.collection.CollectionEvent;
import org.depesche.content.image.ImageEvent;
import org.depesche.content.projection.ArticleEvent;
import org.depesche.content.site.Site;
import org.depesche.content.site.SiteEvent;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.TagEvent;
import org.depesche.content.tag.Tags;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of the content rooms to the change log, in the transaction of the event.
 * <p> A new tag, author or image has no entry, because drafts create them, too. They become public with the first
 * article that uses them, and the entry of that article names them.
 */
@ApplicationScoped
class ChangeRecorder {

    private final ChangeLogWriter log;
    private final Sites sites;
    private final PublicationZone zone;
    private final Tags tags;
    private final Authors authors;
    private final Clock clock;

    ChangeRecorder(ChangeLogWriter log, Sites sites, PublicationZone zone, Tags tags, Authors authors, Clock clock) {
        this.log = log;
        this.sites = sites;
        this.zone = zone;
        this.tags = tags;
        this.authors = authors;
        this.clock = clock;
    }

    void articlesChanged(@Observes ArticleEvent.Batch batch) {
        var tagSlugs = slugs(batch, ArticleEvent.PublicState::tags, ids -> tags.byIds(ids).values(), Tag::id, Tag::slug);
        var authorSlugs = slugs(batch, ArticleEvent.PublicState::authors, ids -> authors.byIds(ids).values(), Author::id,
                Author::slug);
        batch.events().forEach(event -> log.append(ArticleChangeMapper.toEntry(event, zone.zone(), tagSlugs, authorSlugs),
                false));
    }

    private static <T> Map<UUID, String> slugs(ArticleEvent.Batch batch,
            Function<ArticleEvent.PublicState, Set<UUID>> named, Function<Set<UUID>, Collection<T>> find, Function<T, UUID> id,
            Function<T, String> slug) {
        var ids = batch.events().stream().flatMap(event -> named.apply(event.after()).stream()).collect(toSet());
        return ids.isEmpty() ? Map.of() : find.apply(ids).stream().collect(toMap(id, slug));
    }

    void categoryChanged(@Observes CategoryEvent event) {
        var site = sites.byId(event.siteId());
        log.append(withUrls(entry("category", event.kind(), event.id(), event.slug(), List.of(site.slug()), event.changed(),
                event.previousSlug(), tags(event)), site::categoryAddress, Site::categoryPath), true);
    }

    void tagChanged(@Observes TagEvent event) {
        if (event.kind() != ChangeKind.CREATED) {
            log.append(withUrls(entry("tag", event.kind(), event.id(), event.slug(), allSiteSlugs(), event.changed(),
                    event.previousSlug(), event.cacheTags()),
                    sites.defaultSite()::tagAddress, Site::tagPath), true);
        }
    }

    void authorChanged(@Observes AuthorEvent event) {
        if (event.kind() != ChangeKind.CREATED) {
            log.append(withUrls(entry("author", event.kind(), event.id(), event.slug(), allSiteSlugs(), event.changed(),
                    event.previousSlug(), event.cacheTags()),
                    sites.defaultSite()::authorAddress, Site::authorPath), true);
        }
    }

    void collectionChanged(@Observes CollectionEvent event) {
        var site = sites.byId(event.siteId());
        var previous = event.previousSlug() == null ? null : ChangeEntry.PreviousPlace.ofSlug(event.previousSlug());
        var tags = Stream.concat(event.cacheTags().stream(), event.articles().stream().map(CacheTag::article).sorted());
        // not a change of the taxonomy: no cached name is read from collections
        log.append(
                withUrls(
                        ChangeEntry.of("collection." + typeSuffix(event.kind()), event.at(), event.id(), event.slug(),
                                List.of(site.slug()), event.changed(), previous, tags.toList()),
                        site::collectionAddress, Site::collectionPath),
                false);
    }

    void imageChanged(@Observes ImageEvent event) {
        if (event.kind() != ChangeKind.CREATED) {
            log.append(entry("image", event.kind(), event.id(), null, allSiteSlugs(), event.changed(), null,
                    event.cacheTags()), true);
        }
    }

    void siteChanged(@Observes SiteEvent event) {
        log.append(entry("site", event.kind(), event.id(), event.slug(), List.of(event.slug()), event.changed(), null,
                event.cacheTags()), true);
    }

    private static List<CacheTag> tags(List<CacheTag> first, List<CacheTag> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    /** The lists that the articles of a category leave or enter, and the related news made from these lists. */
    private static List<CacheTag> tags(CategoryEvent event) {
        if (event.isOfProfile()) {
            return event.cacheTags();
        }
        var lists = Stream.concat(Stream.of(event.id()), event.lists().stream()).sorted().toList();
        var related = event.lists().stream().sorted().map(CacheTag::relatedToCategory).toList();
        return tags(event.cacheTags(), tags(lists.stream().map(CacheTag::listOfCategory).toList(), related));
    }

    private List<String> allSiteSlugs() {
        return sites.all().stream().map(site -> site.slug()).toList();
    }

    private ChangeEntry entry(String subject, ChangeKind kind, UUID id, @Nullable String slug, List<String> siteSlugs,
            List<String> changed, @Nullable String previousSlug, List<CacheTag> tags) {
        var previous = previousSlug == null ? null : ChangeEntry.PreviousPlace.ofSlug(previousSlug);
        return ChangeEntry.of(subject + "." + typeSuffix(kind), clock.instant(), id, slug, siteSlugs, changed, previous, tags);
    }

    /** Adds the URLs of the slugs, where the site has any. Subjects of all sites get the URL on the default site. */
    private static ChangeEntry withUrls(ChangeEntry entry, Function<String, Optional<URI>> address,
            UnaryOperator<String> pathOf) {
        return entry.withUrls(slug -> address.apply(slug).orElse(null), pathOf);
    }

    private static String typeSuffix(ChangeKind kind) {
        return switch (kind) {
            case CREATED -> "created";
            case UPDATED -> "updated";
            case MERGED -> "merged";
            case DELETED -> "deleted";
        };
    }
}
