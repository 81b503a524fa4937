/**
 * The HTML sanitizer: one safelist, escaping, and the warnings about what was removed. Public API: {@link
 * org.depesche.content.body.html.InlineHtmlSanitizer}, {@link org.depesche.content.body.html.HtmlEscaper}, {@link
 * org.depesche.content.body.html.Warnings}. All HTML of the newsroom passes this room before it is stored,
 * and none is stored that it did not pass.
 */
@NullMarked
package org.depesche.content.body.html;

import org.jspecify.annotations.NullMarked;
