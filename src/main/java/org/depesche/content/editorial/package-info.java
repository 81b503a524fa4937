/**
 * The desk: working copies, their revisions, and publishing. Doors: {@link org.depesche.content.editorial.ArticleFormReader} to
 * read what was written, {@link org.depesche.content.editorial.ArticleImporter} to take many at once. Nothing here is ever
 * read by delivery: what the public sees is a copy made by {@link org.depesche.content.publication.ArticlePublisher}.
 */
@NullMarked
package org.depesche.content.editorial;

import org.jspecify.annotations.NullMarked;
