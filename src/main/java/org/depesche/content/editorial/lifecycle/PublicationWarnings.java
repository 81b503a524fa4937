package org.depesche.content.editorial.lifecycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.html.Warning;
import org.depesche.content.image.Image;
import org.depesche.content.image.Images;
import org.depesche.content.model.ArticleContent;
import org.jspecify.annotations.Nullable;

/** Warns of images that readers of a published article do not see: the rights have expired, or no file can be delivered. */
@ApplicationScoped
class PublicationWarnings {

    private final Images images;
    private final Clock clock;

    PublicationWarnings(Images images, Clock clock) {
        this.images = images;
        this.clock = clock;
    }

    List<Warning> of(ArticleContent content) {
        var lead = content.story().image();
        var uses = new LinkedHashMap<String, UUID>();
        if (lead != null) {
            uses.put("/image", lead.id());
        }
        uses.putAll(BodyReferences.imagesByPointer(content.story().body(), "/body/"));
        var found = uses.isEmpty() ? Map.<UUID, Image> of() : images.byIds(new HashSet<>(uses.values()));
        var warnings = new ArrayList<Warning>();
        uses.forEach((pointer, id) -> warn(pointer, found.get(id), warnings));
        return warnings;
    }

    private void warn(String pointer, @Nullable Image image, List<Warning> warnings) {
        if (image != null && image.isExpired(clock.instant())) {
            warnings.add(new Warning(pointer, "The rights to show the picture have expired: the public does not see it."));
            return;
        }
        var file = image == null ? null : image.file();
        if (file == null || file.currentRenditions().isPresent()) {
            return;
        }
        switch (file.state()) {
            case UNAVAILABLE -> warnings.add(new Warning(pointer,
                    "The format of the picture cannot be decoded here: no file of it is shown."));
            case FAILED -> warnings.add(new Warning(pointer, "The picture could not be decoded: no file of it is shown."));
            case PENDING, READY -> {
                // the renditions are being made
            }
        }
    }
}
