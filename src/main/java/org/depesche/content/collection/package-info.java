/**
 * Named, ordered lists of articles that the desk fills by hand, as a front page, a dossier, a series. Doors: {@link
 * org.depesche.content.collection.desk.CollectionEditor} to write, {@link org.depesche.content.collection.CollectionEvent} to
 * follow; {@link org.depesche.content.collection.WorkingCopyLookup} to plug in from the desk. Keeps ids of any articles, and shows
 * those that are public.
 */
@NullMarked
package org.depesche.content.collection;

import org.jspecify.annotations.NullMarked;
