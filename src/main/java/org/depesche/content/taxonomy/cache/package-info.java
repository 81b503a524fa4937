/**
 * Caches of values from the database, valid until a site, category, tag, author or image changes. Public API: {@link
 * org.depesche.content.taxonomy.cache.TaxonomyVersion}, {@link org.depesche.content.taxonomy.cache.VersionedCache},
 * {@link org.depesche.content.taxonomy.cache.EntityCache}.
 */
@NullMarked
package org.depesche.content.taxonomy.cache;

import org.jspecify.annotations.NullMarked;
