package org.depesche.content.image;

import java.util.Set;
import java.util.UUID;

import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;

/** Finds what shows an image to the public in addition to articles. Every package of such resources implements it. */
public interface ImageUsesBesideArticles {

    /** Limits how many users of one image are looked at. */
    int MAX_USERS = 100;

    /** Returns the cache tags of public resources of the site that show the image. Empty if there are none. */
    Set<CacheTag> publicUsagesOf(Site site, UUID image);

    /** Returns those of the images that public resources of the site show. */
    Set<UUID> shownOn(Site site, Set<UUID> images);
}
