package org.depesche.content.image.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageOverrides;
import org.depesche.content.image.Images;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/** The images of tags, authors and categories as a response shows them. */
@ApplicationScoped
public class ShownImages {

    private final Images images;
    private final ImageViews views;
    private final ResponseMetadata metadata;

    ShownImages(Images images, ImageViews views, ResponseMetadata metadata) {
        this.images = images;
        this.views = views;
        this.metadata = metadata;
    }

    /** Returns the images that may be shown, by id. Each id becomes a cache tag of the response. */
    public Map<UUID, ImageView> byIds(Stream<@Nullable UUID> ids, ImagePresentation presentation) {
        var wanted = ids.filter(Objects::nonNull).distinct().toList();
        wanted.forEach(id -> metadata.cacheTag(CacheTag.image(id)));
        var shown = new HashMap<UUID, ImageView>();
        (wanted.isEmpty() ? Map.<UUID, Image> of() : images.byIds(wanted))
                .forEach((id, image) -> views.shown(image, ImageOverrides.NONE, presentation)
                        .ifPresent(view -> shown.put(id, view)));
        return shown;
    }
}
