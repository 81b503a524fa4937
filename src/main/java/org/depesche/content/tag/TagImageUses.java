package org.depesche.content.tag;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageColumn;
import org.depesche.content.image.ImageUsages;
import org.jdbi.v3.core.Jdbi;

/** Finds the tags that show an image. */
@ApplicationScoped
class TagImageUses implements ImageUsages {

    private final ImageColumn column;

    TagImageUses(Jdbi jdbi) {
        this.column = new ImageColumn(jdbi, "tag", ImageUsages.ImageUsage.Kind.TAG);
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return column.usagesOf(image, max);
    }
}
