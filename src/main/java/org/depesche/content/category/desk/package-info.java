/** The editorial API of categories: list, read, create, change, merge and delete. All classes are internal. */
@NullMarked
package org.depesche.content.category.desk;

import org.jspecify.annotations.NullMarked;
