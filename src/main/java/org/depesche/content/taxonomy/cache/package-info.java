/**
 * Caches of values from the database, valid until a site, category, tag, author or image changes.
 * {@link org.depesche.content.taxonomy.cache.TaxonomyVersion} finds the version that the transaction reads, and
 * {@link org.depesche.content.taxonomy.cache.VersionedCache} and {@link org.depesche.content.taxonomy.cache.EntityCache}
 * hold the values. A cached value is never older than the transaction that reads it.
 */
@NullMarked
package org.depesche.content.taxonomy.cache;

import org.jspecify.annotations.NullMarked;
