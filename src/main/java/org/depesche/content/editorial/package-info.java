/**
 * Working copies of articles, their revisions and slugs. {@link org.depesche.content.editorial.EditableWorkingCopies} finds
 * those that the caller may edit, {@link org.depesche.content.editorial.WorkingCopyRepository} stores them,
 * {@link org.depesche.content.editorial.RevisionRepository} reads their revisions. The public API never reads this package's
 * tables.
 */
@NullMarked
package org.depesche.content.editorial;

import org.jspecify.annotations.NullMarked;
