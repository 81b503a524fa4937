/**
 * The editorial API of collections. {@link org.depesche.content.collection.desk.EditorialCollectionsResource} has the
 * endpoints, and {@link org.depesche.content.collection.desk.CollectionEditor} changes collections in the caller's transaction.
 * This package never publishes an article. It reports the articles that a change affects to
 * {@link org.depesche.content.publication.ArticlePublisher}.
 */
@NullMarked
package org.depesche.content.collection.desk;

import org.jspecify.annotations.NullMarked;
