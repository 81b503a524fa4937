/**
 * What sites, categories, tags, authors and images have in common: they are read from memory as long as the log's
 * vocabulary number stands still, and their names are found or made in batches. Doors:
 * {@link org.depesche.content.vocabulary.Vocabulary}, {@link org.depesche.content.vocabulary.NameRegister}. Knows no one
 * kind of word.
 */
@NullMarked
package org.depesche.content.vocabulary;

import org.jspecify.annotations.NullMarked;
