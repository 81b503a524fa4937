/**
 * Addresses of articles as values: {@link org.depesche.content.projection.url.UrlNormalizer} compares them,
 * {@link org.depesche.content.projection.url.ArticleUrlPattern} reads the pattern of a site's URLs backwards,
 * {@link org.depesche.content.projection.url.SitePaths} finds the site of an address,
 * {@link org.depesche.content.projection.url.UrlOwnership} says whose it is. This room reads no data.
 */
@NullMarked
package org.depesche.content.projection.url;

import org.jspecify.annotations.NullMarked;
