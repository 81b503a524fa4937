/**
 * The sites (portals) that one content base serves, and the URLs of content on them. Public API: {@link
 * org.depesche.content.site.Sites}, {@link org.depesche.content.site.Site}; {@link
 * org.depesche.content.site.SiteUsageCheck} lets other packages prevent a deletion. This package has no knowledge of the
 * content on a site.
 */
@NullMarked
package org.depesche.content.site;

import org.jspecify.annotations.NullMarked;
