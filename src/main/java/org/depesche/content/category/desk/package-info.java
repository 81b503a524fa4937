/**
 * The editorial API of categories: {@link org.depesche.content.category.desk.EditorialCategoriesResource} and its use cases in
 * {@link org.depesche.content.category.desk.EditorialCategories}. No other package uses this one. It never writes a table:
 * {@link org.depesche.content.category.CategoryEditor} does.
 */
@NullMarked
package org.depesche.content.category.desk;

import org.jspecify.annotations.NullMarked;
