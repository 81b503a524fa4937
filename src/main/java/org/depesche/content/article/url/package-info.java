/**
 * Resolves URLs of a site: {@link org.depesche.content.article.url.ResolveResource} for the routers of front ends, and
 * {@link org.depesche.content.article.url.ArticleUrlLookup} for other packages. A former URL never becomes unknown. It is
 * resolved to the current URL, or to the fact that the article was withdrawn, or the category, tag or author deleted.
 */
@NullMarked
package org.depesche.content.article.url;

import org.jspecify.annotations.NullMarked;
