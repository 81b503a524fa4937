package org.depesche.content.editorial.lifecycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.html.Warning;
import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.Images;
import org.depesche.content.model.ArticleContent;

/** Tells what an article that is published shows to nobody: pictures of which no file can be delivered. */
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
        var body = content.story().body();
        var ids = new HashSet<>(BodyReferences.of(body).images());
        if (lead != null) {
            ids.add(lead.id());
        }
        var found = ids.isEmpty() ? Map.<UUID, Image> of() : images.byIds(ids);
        var warnings = new ArrayList<Warning>();
        if (lead != null) {
            warn("/image", Set.of(lead.id()), found, warnings);
        }
        for (var block = 0; block < body.size(); block++) {
            warn("/body/" + block, BodyReferences.of(List.of(body.get(block))).images(), found, warnings);
        }
        return warnings;
    }

    private void warn(String pointer, Set<UUID> shown, Map<UUID, Image> images, List<Warning> warnings) {
        if (shown.stream().filter(images::containsKey).anyMatch(id -> images.get(id).isExpired(clock.instant()))) {
            warnings.add(new Warning(pointer, "The rights to show the picture have expired: the public does not see it."));
            return;
        }
        shown.stream().filter(images::containsKey).map(images::get).map(Image::file)
                .filter(file -> file != null && file.currentRenditions().isEmpty()).map(ImageFile::state).distinct()
                .forEach(state -> {
                    switch (state) {
                        case UNAVAILABLE -> warnings.add(new Warning(pointer,
                                "The format of the picture cannot be decoded here: no file of it is shown."));
                        case FAILED -> warnings.add(new Warning(pointer,
                                "The picture could not be decoded: no file of it is shown."));
                        case PENDING, READY -> {
                            // its files are on the way
                        }
                    }
                });
    }
}
