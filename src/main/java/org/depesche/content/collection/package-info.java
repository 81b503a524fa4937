/**
 * Named, ordered lists of articles that the desk fills, such as a front page, a dossier or a series.
 * {@link org.depesche.content.collection.desk.CollectionEditor} changes them, and
 * {@link org.depesche.content.collection.CollectionEvent} reports changes. This package stores the ids of any articles,
 * and shows only public articles to the public.
 */
@NullMarked
package org.depesche.content.collection;

import org.jspecify.annotations.NullMarked;
