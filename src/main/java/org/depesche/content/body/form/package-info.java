/**
 * Reads a body from a client's input, as blocks or as HTML. {@link org.depesche.content.body.form.BodyReader} creates sanitized
 * blocks within {@link org.depesche.content.body.form.BodyLimits}. Only elements and attributes of the safelist remain.
 * This package loads nothing: functions of the caller find images and articles.
 */
@NullMarked
package org.depesche.content.body.form;

import org.jspecify.annotations.NullMarked;
