package org.depesche.content.collection;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageColumn;
import org.depesche.content.image.ImageUsages;
import org.jdbi.v3.core.Jdbi;

/** Finds the collections that show an image. */
@ApplicationScoped
class CollectionImageUses implements ImageUsages {

    private final ImageColumn column;

    CollectionImageUses(Jdbi jdbi) {
        this.column = new ImageColumn(jdbi, "collection", ImageUsages.ImageUsage.Kind.COLLECTION);
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return column.usagesOf(image, max);
    }
}
