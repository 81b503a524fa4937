/**
 * Articles that are stored as responses show them. {@link org.depesche.content.article.rendered.RenderedArticles} finds those
 * that are still valid; the others are rendered again in the background. This room never decides who may see what: it stores
 * only what everybody may see.
 */
@NullMarked
package org.depesche.content.article.rendered;

import org.jspecify.annotations.NullMarked;
