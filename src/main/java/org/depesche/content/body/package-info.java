/**
 * The body of an article: a list of blocks. {@link org.depesche.content.body.form.BodyReader} converts input to sanitized
 * blocks. {@link org.depesche.content.body.BodyJson} stores them. {@link org.depesche.content.body.BlockViewRenderer},
 * {@link org.depesche.content.body.BodyHtmlRenderer} and {@link org.depesche.content.body.BodyText} render them. All HTML
 * passes the one safelist. This package loads nothing: functions of the caller resolve images and articles.
 */
@NullMarked
package org.depesche.content.body;

import org.jspecify.annotations.NullMarked;
