/** The HTML sanitizer: one safelist, escaping, and the warnings about what was removed. */
@NullMarked
package org.depesche.content.body.html;

import org.jspecify.annotations.NullMarked;
