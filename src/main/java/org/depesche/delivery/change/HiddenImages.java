package org.depesche.delivery.change;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.PublicImageLookup;
import org.jspecify.annotations.Nullable;

/**
 * Hides the entries of images that nothing public shows from clients. Whether one does is asked when the log is read, after its
 * entries: an image that becomes public or stops being public does so by an entry of what shows it, which has the tag of the
 * image. A client that has not read that entry yet reads it later, and the image with it.
 */
@ApplicationScoped
class HiddenImages {

    private final PublicImageLookup images;

    HiddenImages(PublicImageLookup images) {
        this.images = images;
    }

    /** The same entries without gaps. Those of images name the sites that show them; those to hide are replaced. */
    List<ChangeEntry> mask(List<ChangeEntry> entries) {
        var changed = entries.stream().filter(HiddenImages::isOfImage).map(ChangeEntry::id).collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return entries;
        }
        var sites = images.sitesShowing(changed);
        return entries.stream().map(entry -> isOfImage(entry) ? mask(entry, sites.get(entry.id())) : entry).toList();
    }

    private static ChangeEntry mask(ChangeEntry entry, @Nullable List<String> sites) {
        return sites == null ? entry.asHidden() : entry.onSites(sites);
    }

    private static boolean isOfImage(ChangeEntry entry) {
        return entry.type().startsWith("image.");
    }
}
