/**
 * What sites, categories, tags, authors and images have in common: they are read from memory as long as the log's
 * vocabulary number stands still, and their names are found or made in batches. Doors:
 * {@link org.depesche.content.taxonomy.cache.TaxonomyVersion}, {@link org.depesche.content.vocabulary.TaxonomyRegistrar}, {@link
 * org.depesche.content.vocabulary.EditorialTaxonomies} for what the desk does with tags and authors alike, {@link
 * org.depesche.content.vocabulary.TaxonomyLock} for all that writes articles. Knows no one kind of word.
 */
@NullMarked
package org.depesche.content.taxonomy;

import org.jspecify.annotations.NullMarked;
