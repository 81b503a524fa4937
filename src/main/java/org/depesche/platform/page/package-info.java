/**
 * Pages over a total order: an opaque {@link org.depesche.platform.page.Cursor}, a
 * {@link org.depesche.platform.page.PageQuery} that says which rows to fetch, and the
 * {@link org.depesche.platform.page.Page} that stands beside the items. Knows neither SQL nor HTTP.
 */
@NullMarked
package org.depesche.platform.page;

import org.jspecify.annotations.NullMarked;
