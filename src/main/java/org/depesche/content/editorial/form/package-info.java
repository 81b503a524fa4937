/**
 * Reads the writing form of an article, in three steps: {@link org.depesche.content.editorial.form.ArticleFormReader} parses
 * an {@link org.depesche.content.editorial.form.ArticleForm}, {@link org.depesche.content.editorial.form.ReferenceResolver}
 * looks up what it refers to, {@link org.depesche.content.editorial.form.ContentAssembler} makes the content. Nothing is
 * created before a form has no errors, and this room never stores an article.
 */
@NullMarked
package org.depesche.content.editorial.form;

import org.jspecify.annotations.NullMarked;
