package org.depesche.content.site;

import java.util.Optional;

/** Finds uses that prevent the deletion of a site. Every package that places content on sites implements it. */
public interface SiteUsageCheck {

    /** Describes the use for the admin, for example "3 categories are on it". */
    Optional<String> blockingUse(Site site);
}
