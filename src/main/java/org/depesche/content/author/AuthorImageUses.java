package org.depesche.content.author;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageColumn;
import org.depesche.content.image.ImageUsages;
import org.jdbi.v3.core.Jdbi;

/** Finds the authors that show an image. */
@ApplicationScoped
class AuthorImageUses implements ImageUsages {

    private final ImageColumn column;

    AuthorImageUses(Jdbi jdbi) {
        this.column = new ImageColumn(jdbi, "author", ImageUsages.ImageUsage.Kind.AUTHOR);
    }

    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return column.usagesOf(image, max);
    }
}
