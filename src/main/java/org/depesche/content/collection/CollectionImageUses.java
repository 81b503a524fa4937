package org.depesche.content.collection;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageUsages;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** Finds the collections that show an image. */
@ApplicationScoped
class CollectionImageUses implements ImageUsages {

    private final Jdbi jdbi;

    CollectionImageUses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, slug from collection where image_id = ? limit ?")
                .bind(0, image).bind(1, limit)
                .map((row, context) -> new ImageUsages.ImageUsage(ImageUsages.ImageUsage.Kind.COLLECTION,
                        Uuid7.of(row.getBytes(1)), row.getString(2)))
                .list());
    }
}
