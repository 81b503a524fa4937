package org.depesche.content.image.published;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageUsesBesideArticles;
import org.depesche.content.image.Images;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.arc.All;

/** Finds images that something public of a site shows: an article, a category, a tag, an author or a collection. */
@ApplicationScoped
public class PublicImageLookup {

    private final Images images;
    private final Sites sites;
    private final ListRegistry lists;
    private final List<ImageUsesBesideArticles> usages;
    private final ResponseMetadata metadata;
    private final Clock clock;

    PublicImageLookup(Images images, Sites sites, ListRegistry lists, @All List<ImageUsesBesideArticles> usages,
            ResponseMetadata metadata,
            Clock clock) {
        this.images = images;
        this.sites = sites;
        this.lists = lists;
        this.usages = usages;
        this.metadata = metadata;
        this.clock = clock;
    }

    /**
     * Returns the image with this id, and records its cache tags. An unknown image and one that nothing public shows are the
     * same 404. An image whose rights have expired is a 410, whether or not something still refers to it.
     */
    public Image require(Site site, String id) {
        var image = Uuid7.parse(id).flatMap(images::byId).orElseThrow(() -> notFound(site));
        if (image.isExpired(clock.instant())) {
            metadata.cacheTag(CacheTag.image(image.id()));
            throw new Problem(ProblemType.RIGHTS_EXPIRED, "The rights to show this image have expired.");
        }
        if (!isInArticles(site, image.id()) && !isShownElsewhere(site, image.id())) {
            throw notFound(site);
        }
        metadata.cacheTag(CacheTag.image(image.id()));
        return image;
    }

    /** Returns whether something public of any site shows the image. */
    public boolean isPublic(UUID image) {
        return sites.all().stream().anyMatch(site -> isInArticles(site, image)
                || usages.stream().anyMatch(usage -> !usage.shownOn(site, Set.of(image)).isEmpty()));
    }

    /** Returns the slugs of the sites whose public resources show each of these images. An image that none shows is absent. */
    public Map<UUID, List<String>> sitesShowing(Set<UUID> images) {
        var shown = new HashMap<UUID, List<String>>();
        for (var site : sites.all()) {
            var onSite = new HashSet<>(lists.sizes(site.id(), ListKind.IMAGE, images).keySet());
            usages.forEach(usage -> onSite.addAll(usage.shownOn(site, images)));
            onSite.forEach(image -> shown.computeIfAbsent(image, key -> new ArrayList<>()).add(site.slug()));
        }
        return shown;
    }

    private boolean isInArticles(Site site, UUID image) {
        return lists.sizes(site.id(), ListKind.IMAGE, List.of(image)).getOrDefault(image, 0L) > 0;
    }

    private boolean isShownElsewhere(Site site, UUID image) {
        var tags = usages.stream().map(usage -> usage.publicUsagesOf(site, image)).filter(found -> !found.isEmpty())
                .findFirst();
        tags.ifPresent(metadata::cacheTags);
        return tags.isPresent();
    }

    private static Problem notFound(Site site) {
        return new Problem(ProblemType.NOT_FOUND, "There is no such image on the site \"" + site.slug() + "\".");
    }
}
