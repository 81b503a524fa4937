/**
 * HTTP rules that hold for every route: request checks, cross-origin rules, freshness, URLs, and reads that wait for the
 * change log. The subpackages parse requests, build responses, cache them and bound the load. Public API: {@link
 * org.depesche.platform.http.Fresh}, {@link org.depesche.platform.http.ResponseMetadata}, {@link
 * org.depesche.platform.http.PublicationZone}, {@link org.depesche.platform.http.AbsoluteUrls}, {@link
 * org.depesche.platform.http.ChangeLogPositionTracker}. Contains no knowledge of news content.
 */
@NullMarked
package org.depesche.platform.http;

import org.jspecify.annotations.NullMarked;
