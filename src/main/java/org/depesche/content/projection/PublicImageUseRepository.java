package org.depesche.content.projection;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageUsages;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** Finds the public articles of all sites that show an image. */
@ApplicationScoped
class PublicImageUseRepository implements ImageUsages {

    private final Jdbi jdbi;
    private final PublishedListReader lists;
    private final Sites sites;

    PublicImageUseRepository(Jdbi jdbi, PublishedListReader lists, Sites sites) {
        this.jdbi = jdbi;
        this.lists = lists;
        this.sites = sites;
    }

    @Override
    public List<ImageUsage> usagesOf(UUID image, int limit) {
        var keys = sites.all().stream().map(site -> ListKey.of(site.id(), ListKind.IMAGE, image)).toList();
        var articles = lists.articleIds(keys, limit);
        return articles.isEmpty() ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery("select id, slug from published_article where id in (<ids>)")
                        .bindList("ids", articles)
                        .map((row, context) -> new ImageUsage(ImageUsage.Kind.ARTICLE, Uuid7.of(row.getBytes(1)),
                                row.getString(2)))
                        .list());
    }
}
