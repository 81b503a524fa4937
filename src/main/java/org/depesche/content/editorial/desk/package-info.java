/**
 * The editorial API of articles: {@link org.depesche.content.editorial.desk.EditorialArticlesResource} has the endpoints,
 * {@link org.depesche.content.editorial.desk.EditorialArticles} reads,
 * {@link org.depesche.content.editorial.desk.ArticleEditor} writes, {@link org.depesche.content.editorial.desk.ArticleCommand}
 * wraps each change in a transaction and an audit entry. This package never changes what is public.
 */
@NullMarked
package org.depesche.content.editorial.desk;

import org.jspecify.annotations.NullMarked;
