/**
 * The HTML sanitizer: one safelist, escaping, and the warnings about what was removed. Public API: {@link
 * org.depesche.content.body.html.InlineHtmlSanitizer}, {@link org.depesche.content.body.html.HtmlEscaper}, {@link
 * org.depesche.content.body.html.Warnings}. No HTML is stored that
 * this package has not sanitized.
 */
@NullMarked
package org.depesche.content.body.html;

import org.jspecify.annotations.NullMarked;
