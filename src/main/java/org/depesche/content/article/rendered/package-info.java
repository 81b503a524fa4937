/**
 * Stored renderings: the JSON of public articles as responses show it.
 * {@link org.depesche.content.article.rendered.RenderedArticles} finds those that are still valid. The others are rendered in
 * the background. This room never decides who may see what: it stores only what everybody may see.
 */
@NullMarked
package org.depesche.content.article.rendered;

import org.jspecify.annotations.NullMarked;
