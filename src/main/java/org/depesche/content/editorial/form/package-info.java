/**
 * Reads the writing form of an article, in three steps: {@link org.depesche.content.editorial.form.ArticleFormReader} parses
 * an {@link org.depesche.content.editorial.form.ArticleForm}, {@link org.depesche.content.editorial.form.ReferenceResolver}
 * finds the articles, categories and images it refers to, and {@link org.depesche.content.editorial.form.ContentAssembler}
 * creates the content. Nothing is created for a form with errors, and this package never stores an article.
 */
@NullMarked
package org.depesche.content.editorial.form;

import org.jspecify.annotations.NullMarked;
