/**
 * The portals that one content base serves, and the addresses of things on them. Doors:
 * {@link org.depesche.content.site.Sites}, {@link org.depesche.content.site.Site};
 * {@link org.depesche.content.site.SiteUsageCheck} to plug in from above. Knows nothing of what stands on a site.
 */
@NullMarked
package org.depesche.content.site;

import org.jspecify.annotations.NullMarked;
