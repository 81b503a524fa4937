package org.depesche.content.category;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageColumn;
import org.depesche.content.image.ImageUsages;
import org.depesche.content.image.ImageUsesBesideArticles;
import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;
import org.jdbi.v3.core.Jdbi;

/** Finds the categories that show an image. */
@ApplicationScoped
class CategoryImageUses implements ImageUsages, ImageUsesBesideArticles {

    private final ImageColumn column;

    CategoryImageUses(Jdbi jdbi) {
        this.column = new ImageColumn(jdbi, "category", ImageUsages.ImageUsage.Kind.CATEGORY);
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return column.usagesOf(image, max);
    }

    @Override
    public Set<CacheTag> publicUsagesOf(Site site, UUID image) {
        return column.idsOnSite(site.id(), image).isEmpty() ? Set.of() : Set.of(CacheTag.CATEGORIES);
    }

    @Override
    public Set<UUID> shownOn(Site site, Set<UUID> images) {
        return column.shownOn(site.id(), images);
    }
}
