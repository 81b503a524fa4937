package org.depesche.delivery.change;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.published.PublicImageLookup;
import org.depesche.delivery.change.ChangeLog.Position;
import org.jspecify.annotations.Nullable;

/**
 * Hides the entries of images that nothing public shows from clients. The entries are read first, and the uses of their images
 * afterwards. An image becomes public, or stops being public, by an entry of the article or the page that shows it; that entry
 * has the cache tag of the image. A client that has not read that entry yet reads it later, and the image with it. The deletion
 * of an image is shown in any case: the client may have a copy of the image, and nothing else can be read of it.
 */
@ApplicationScoped
class HiddenImages {

    private final PublicImageLookup images;

    HiddenImages(PublicImageLookup images) {
        this.images = images;
    }

    /** The positions of the entries, without gaps. Entries of images name the sites that show them. */
    List<Position> mask(List<ChangeEntry> entries) {
        var changed = entries.stream().filter(HiddenImages::isOfKeptImage).map(ChangeEntry::id).collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return entries.stream().map(Position::showing).toList();
        }
        var sites = images.sitesShowing(changed);
        return entries.stream()
                .map(entry -> isOfKeptImage(entry) ? mask(entry, sites.get(entry.id())) : Position.showing(entry)).toList();
    }

    private static Position mask(ChangeEntry entry, @Nullable List<String> sites) {
        return sites == null ? Position.hiding(entry) : Position.showing(entry.onSites(sites));
    }

    private static boolean isOfKeptImage(ChangeEntry entry) {
        return entry.type().startsWith("image.") && !entry.type().equals("image.deleted");
    }
}
