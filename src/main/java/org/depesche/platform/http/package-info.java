/**
 * What every answer owes to HTTP: freshness, entity tags, conditions, compression, links, cross-origin rules, and the strict
 * reading of query parameters. Doors: {@link org.depesche.platform.http.Fresh}, {@link org.depesche.platform.http.ResponseMetadata},
 * {@link org.depesche.platform.http.request.QueryParameters}, {@link org.depesche.platform.http.PublicationZone},
 * {@link org.depesche.platform.http.AbsoluteUrls}, {@link org.depesche.platform.http.VersionETag},
 * {@link org.depesche.platform.http.RequestBodyLimit}, {@link org.depesche.platform.http.ChangeLogPosition}. Knows no news.
 */
@NullMarked
package org.depesche.platform.http;

import org.jspecify.annotations.NullMarked;
