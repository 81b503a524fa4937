package org.depesche.content.author;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageColumn;
import org.depesche.content.image.ImageUsages;
import org.depesche.content.image.ImageUsesBesideArticles;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;
import org.jdbi.v3.core.Jdbi;

/** Finds the authors that show an image. */
@ApplicationScoped
class AuthorImageUses implements ImageUsages, ImageUsesBesideArticles {

    private final ImageColumn column;

    AuthorImageUses(Jdbi jdbi) {
        this.column = new ImageColumn(jdbi, "author", ImageUsages.ImageUsage.Kind.AUTHOR);
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return column.usagesOf(image, max);
    }

    /** Returns the cache tags of authors that show the image. An author is public while articles of the site name it. */
    @Override
    public Set<CacheTag> publicUsagesOf(Site site, UUID image) {
        return column.listedOn(site.id(), ListKind.AUTHOR, image).stream()
                .flatMap(id -> Stream.of(CacheTag.AUTHORS, CacheTag.listOfAuthor(id))).collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> shownOn(Site site, Set<UUID> images) {
        return column.shownByListed(site.id(), ListKind.AUTHOR, images);
    }
}
