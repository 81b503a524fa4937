/**
 * Finds what an address on a site shows. {@link org.depesche.content.article.url.ResolveResource} answers the routers of front
 * ends, {@link org.depesche.content.article.url.ArticleUrlLookup} other rooms. A former address is never forgotten: it leads
 * to the present one, or to the reason why there is none.
 */
@NullMarked
package org.depesche.content.article.url;

import org.jspecify.annotations.NullMarked;
