/**
 * Creates, updates and publishes many articles in one transaction, in a fixed number of statements.
 * {@link org.depesche.content.editorial.bulk.ArticleImporter} imports a batch, and
 * {@link org.depesche.content.editorial.bulk.ImportBatch} decides on each record. This package never reads an upload, and never
 * executes a statement for a single article.
 */
@NullMarked
package org.depesche.content.editorial.bulk;

import org.jspecify.annotations.NullMarked;
