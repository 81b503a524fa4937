/**
 * The operations that categories, tags and authors share: find or create, edit, merge, check for use, lock. Public API:
 * {@link org.depesche.content.taxonomy.TaxonomyLock} for all transactions that write articles,
 * {@link org.depesche.content.taxonomy.MergedIds} to resolve merged ids. This package has no rules for a single kind.
 */
@NullMarked
package org.depesche.content.taxonomy;

import org.jspecify.annotations.NullMarked;
