/**
 * The editorial API of collections: {@link org.depesche.content.collection.desk.EditorialCollectionsResource} has the
 * endpoints, {@link org.depesche.content.collection.desk.CollectionEditor} changes collections in the caller's transaction.
 * This room never publishes an article; it tells {@link org.depesche.content.publication.ArticlePublisher} which articles are
 * affected.
 */
@NullMarked
package org.depesche.content.collection.desk;

import org.jspecify.annotations.NullMarked;
