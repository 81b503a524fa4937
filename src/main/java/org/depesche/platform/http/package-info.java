/**
 * What every answer owes to HTTP: freshness, entity tags, conditions, compression, links, cross-origin rules, and the strict
 * reading of query parameters. Doors: {@link org.depesche.platform.http.Fresh}, {@link org.depesche.platform.http.Provenance},
 * {@link org.depesche.platform.http.Inputs}, {@link org.depesche.platform.http.PublicationZone},
 * {@link org.depesche.platform.http.Addresses}, {@link org.depesche.platform.http.EditorialTag},
 * {@link org.depesche.platform.http.BodyLimit}, {@link org.depesche.platform.http.LogPosition}. Knows no news.
 */
@NullMarked
package org.depesche.platform.http;

import org.jspecify.annotations.NullMarked;
