/**
 * Creates, updates and publishes many articles in one transaction, in a fixed number of statements.
 * {@link org.depesche.content.editorial.bulk.ArticleImporter} takes the batch,
 * {@link org.depesche.content.editorial.bulk.ImportBatch} decides record by record. This room never reads an upload, and never
 * runs a statement for a single article.
 */
@NullMarked
package org.depesche.content.editorial.bulk;

import org.jspecify.annotations.NullMarked;
