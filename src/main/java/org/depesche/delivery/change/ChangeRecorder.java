package org.depesche.delivery.change;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.author.AuthorEvent;
import org.depesche.content.category.CategoryEvent;
import org.depesche.content.collection.CollectionEvent;
import org.depesche.content.image.ImageEvent;
import org.depesche.content.projection.ArticleEvent;
import org.depesche.content.site.SiteEvent;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.TagEvent;
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
    private final Clock clock;

    ChangeRecorder(ChangeLogWriter log, Sites sites, PublicationZone zone, Clock clock) {
        this.log = log;
        this.sites = sites;
        this.zone = zone;
        this.clock = clock;
    }

    void articlesChanged(@Observes ArticleEvent.Batch batch) {
        batch.events().forEach(event -> log.append(ArticleChangeMapper.toEntry(event, zone.zone()), false));
    }

    void categoryChanged(@Observes CategoryEvent event) {
        var site = sites.byId(event.siteId());
        log.append(withUrls(entry("category", event.kind(), event.id(), event.slug(), List.of(site.slug()), event.changed(),
                event.previousSlug(), tags(event)), site::categoryAddress), true);
    }

    void tagChanged(@Observes TagEvent event) {
        if (event.kind() != ChangeKind.CREATED) {
            log.append(withUrls(entry("tag", event.kind(), event.id(), event.slug(), allSiteSlugs(), event.changed(),
                    event.previousSlug(), tags(event.cacheTags(), lists(CacheTag::listOfTag, event.id(), event.target()))),
                    sites.defaultSite()::tagAddress), true);
        }
    }

    void authorChanged(@Observes AuthorEvent event) {
        if (event.kind() != ChangeKind.CREATED) {
            log.append(withUrls(entry("author", event.kind(), event.id(), event.slug(), allSiteSlugs(), event.changed(),
                    event.previousSlug(), tags(event.cacheTags(), lists(CacheTag::listOfAuthor, event.id(), event.target()))),
                    sites.defaultSite()::authorAddress), true);
        }
    }

    void collectionChanged(@Observes CollectionEvent event) {
        var site = sites.byId(event.siteId());
        var previous = event.previousSlug() == null ? null : new ChangeEntry.Previous(event.previousSlug(), null, null);
        var tags = Stream.concat(event.cacheTags().stream(), event.articles().stream().map(CacheTag::article).sorted());
        // not a change of the taxonomy: no cached name is read from collections
        log.append(
                withUrls(
                        new ChangeEntry(0, "collection." + typeSuffix(event.kind()), event.at(), event.id(), event.slug(), null,
                                List.of(site.slug()), event.changed(), previous, tags.toList()),
                        site::collectionAddress),
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

    private static List<CacheTag> lists(Function<UUID, CacheTag> listOf, UUID id, @Nullable UUID target) {
        return target == null ? List.of(listOf.apply(id)) : List.of(listOf.apply(id), listOf.apply(target));
    }

    /** The lists that the articles of a category leave or enter, and the related news made from these lists. */
    private static List<CacheTag> tags(CategoryEvent event) {
        var lists = Stream.concat(Stream.of(event.id()), event.lists().stream()).sorted().toList();
        var related = event.lists().stream().sorted().map(CacheTag::relatedToCategory).toList();
        return tags(event.cacheTags(), tags(lists.stream().map(CacheTag::listOfCategory).toList(), related));
    }

    private List<String> allSiteSlugs() {
        return sites.all().stream().map(site -> site.slug()).toList();
    }

    private ChangeEntry entry(String subject, ChangeKind kind, UUID id, @Nullable String slug, List<String> siteSlugs,
            List<String> changed, @Nullable String previousSlug, List<CacheTag> tags) {
        var previous = previousSlug == null ? null : new ChangeEntry.Previous(previousSlug, null, null);
        return new ChangeEntry(0, subject + "." + typeSuffix(kind), clock.instant(), id, slug, null, siteSlugs, changed,
                previous,
                tags);
    }

    /** Adds the URLs of the slugs, where the site has any. Subjects of all sites get the URL on the default site. */
    private static ChangeEntry withUrls(ChangeEntry entry, Function<String, Optional<URI>> address) {
        return entry.withUrls(slug -> address.apply(slug).orElse(null));
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
