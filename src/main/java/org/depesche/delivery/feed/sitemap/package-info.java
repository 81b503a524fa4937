/**
 * Sitemaps for search engines: an index over all articles by month of publication, and the news sitemap. This room reads public
 * content only.
 */
@NullMarked
package org.depesche.delivery.feed.sitemap;

import org.jspecify.annotations.NullMarked;
