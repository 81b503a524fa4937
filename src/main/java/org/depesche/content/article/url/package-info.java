/**
 * Resolves URLs of a site. {@link org.depesche.content.article.url.ResolveResource} does it for the routers of front ends,
 * {@link org.depesche.content.article.url.ArticleUrlLookup} for other rooms. A former URL never becomes unknown: it is resolved
 * to the current one, or to the fact that its article was withdrawn or its subject deleted.
 */
@NullMarked
package org.depesche.content.article.url;

import org.jspecify.annotations.NullMarked;
