/**
 * Sitemaps for search engines: {@link org.depesche.delivery.feed.sitemap.SitemapsResource} serves an index over all articles
 * by month of publication, and the news sitemap; {@link org.depesche.delivery.feed.sitemap.Sitemaps} writes them. This room
 * never reads what is not public.
 */
@NullMarked
package org.depesche.delivery.feed.sitemap;

import org.jspecify.annotations.NullMarked;
