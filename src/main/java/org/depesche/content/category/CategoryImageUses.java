package org.depesche.content.category;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageColumn;
import org.depesche.content.image.ImageUsages;
import org.jdbi.v3.core.Jdbi;

/** Finds the categories that show an image. */
@ApplicationScoped
class CategoryImageUses implements ImageUsages {

    private final ImageColumn column;

    CategoryImageUses(Jdbi jdbi) {
        this.column = new ImageColumn(jdbi, "category", ImageUsages.ImageUsage.Kind.CATEGORY);
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return column.usagesOf(image, max);
    }
}
