/**
 * Revisions of articles. {@link org.depesche.content.editorial.revision.RevisionsResource} has the endpoints;
 * {@link org.depesche.content.editorial.revision.EditorialRevisions} lists, shows and compares them,
 * {@link org.depesche.content.editorial.revision.RevisionRestorer} prepares one to become the present revision again. No other
 * package uses this one. A revision is never changed.
 */
@NullMarked
package org.depesche.content.editorial.revision;

import org.jspecify.annotations.NullMarked;
