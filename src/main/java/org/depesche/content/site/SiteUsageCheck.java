package org.depesche.content.site;

import java.util.Optional;

/** What stands in the way of deleting a site; whoever puts something on sites plugs in here. */
public interface SiteUsageCheck {

    /** In words for the admin, as "3 categories are on it". */
    Optional<String> blockingUse(Site site);
}
