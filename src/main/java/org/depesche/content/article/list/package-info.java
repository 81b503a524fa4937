/** Filters, orders and pages of article lists. */
@NullMarked
package org.depesche.content.article.list;

import org.jspecify.annotations.NullMarked;
