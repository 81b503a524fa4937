/**
 * Handles the addresses of articles. {@link org.depesche.content.projection.url.UrlNormalizer} makes them comparable,
 * {@link org.depesche.content.projection.url.ArticleUrlPattern} finds the slug or id in a URL of a site's pattern,
 * {@link org.depesche.content.projection.url.SitePaths} finds the site of an address, and
 * {@link org.depesche.content.projection.url.UrlOwnership} finds the article that owns one. This package reads no data.
 */
@NullMarked
package org.depesche.content.projection.url;

import org.jspecify.annotations.NullMarked;
