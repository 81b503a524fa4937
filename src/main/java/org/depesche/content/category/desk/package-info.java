/** The editorial API of categories. */
@NullMarked
package org.depesche.content.category.desk;

import org.jspecify.annotations.NullMarked;
