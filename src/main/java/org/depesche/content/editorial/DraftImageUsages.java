package org.depesche.content.editorial;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageUsages;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** The working copies that show an image, unless the published article shows it too. */
@ApplicationScoped
class DraftImageUsages implements ImageUsages {

    private final Jdbi jdbi;

    DraftImageUsages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select a.id, a.slug from article_use u join article a on a.id = u.article_id"
                        + " where u.target_id = ? order by a.id limit ?")
                .bind(0, image).bind(1, max)
                .map((row, context) -> new ImageUsages.ImageUsage(ImageUsages.ImageUsage.Kind.ARTICLE,
                        Uuid7.of(row.getBytes(1)), row.getString(2)))
                .list());
    }
}
