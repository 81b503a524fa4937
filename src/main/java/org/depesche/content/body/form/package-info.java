/**
 * Reads a body from a client's input, as blocks or as HTML, into sanitized blocks. Public API: {@link
 * org.depesche.content.body.form.BodyReader}, {@link org.depesche.content.body.form.BodyLimits}.
 */
@NullMarked
package org.depesche.content.body.form;

import org.jspecify.annotations.NullMarked;
