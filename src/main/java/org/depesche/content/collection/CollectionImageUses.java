package org.depesche.content.collection;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.ImageUser;
import org.depesche.content.image.ImageUses;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** The collections that show an image. */
@ApplicationScoped
class CollectionImageUses implements ImageUses {

    private final Jdbi jdbi;

    CollectionImageUses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<ImageUser> of(UUID image, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, slug from collection where image_id = ? limit ?")
                .bind(0, image).bind(1, most)
                .map((row, context) -> new ImageUser(ImageUser.Kind.COLLECTION, Uuid7.of(row.getBytes(1)), row.getString(2)))
                .list());
    }
}
