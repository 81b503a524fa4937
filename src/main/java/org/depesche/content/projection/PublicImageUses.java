package org.depesche.content.projection;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageUsages;
import org.depesche.content.listing.ListKind;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** The public articles, of whatever site, that show an image. */
@ApplicationScoped
class PublicImageUses implements ImageUsages {

    private final Jdbi jdbi;

    PublicImageUses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select straight_join distinct p.id, p.slug from site s
                  join published_list l on l.site_id = s.id and l.kind = :kind and l.value = :image
                  join published_entry e on e.list_id = l.id
                  join published_article p on p.id = e.article_id limit :most""")
                .bind("kind", ListKind.IMAGE.letter()).bind("image", image).bind("most", most)
                .map((row, context) -> new ImageUsages.ImageUsage(ImageUsages.ImageUsage.Kind.ARTICLE,
                        Uuid7.of(row.getBytes(1)), row.getString(2)))
                .list());
    }
}
