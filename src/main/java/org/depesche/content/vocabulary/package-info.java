/**
 * What sites, categories, tags, authors and images have in common: they are read from memory as long as the log's
 * vocabulary number stands still, and their names are found or made in batches. Doors:
 * {@link org.depesche.content.vocabulary.Vocabulary}, {@link org.depesche.content.vocabulary.NameRegister}, {@link
 * org.depesche.content.vocabulary.NameDesks} for what the desk does with tags and authors alike, {@link
 * org.depesche.content.vocabulary.NameGate} for all that writes articles. Knows no one kind of word.
 */
@NullMarked
package org.depesche.content.vocabulary;

import org.jspecify.annotations.NullMarked;
