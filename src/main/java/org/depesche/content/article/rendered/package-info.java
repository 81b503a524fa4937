/**
 * Stored renderings: the JSON of public articles as responses show it.
 * {@link org.depesche.content.article.rendered.RenderedArticles} finds those that are still valid. The others are rendered in
 * the background. This package never checks permissions: it stores only what everybody may read.
 */
@NullMarked
package org.depesche.content.article.rendered;

import org.jspecify.annotations.NullMarked;
