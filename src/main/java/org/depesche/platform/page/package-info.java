/**
 * Keyset-paged lists. A {@link org.depesche.platform.page.Cursor} marks a place in a list, a
 * {@link org.depesche.platform.page.PageQuery} says which rows belong to the page, {@link org.depesche.platform.page.Keyset}
 * writes the SQL that reads them, and {@link org.depesche.platform.page.PageLinks} builds the
 * {@link org.depesche.platform.page.Page} of the response. A page is never read by offset.
 */
@NullMarked
package org.depesche.platform.page;

import org.jspecify.annotations.NullMarked;
