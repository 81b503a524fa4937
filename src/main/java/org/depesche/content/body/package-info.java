/**
 * What an article's body is made of: blocks, and nothing else. Doors: {@link org.depesche.content.body.form.BodyReader} turns what
 * somebody sent into clean blocks, {@link org.depesche.content.body.BodyJson} keeps them,
 * {@link org.depesche.content.body.BlockViewRenderer}, {@link org.depesche.content.body.BodyHtmlRenderer} and
 * {@link org.depesche.content.body.BodyText} give them out. Never lets HTML through that the one safelist does not know, and
 * never looks anything up: images and articles are resolved by functions of the caller.
 */
@NullMarked
package org.depesche.content.body;

import org.jspecify.annotations.NullMarked;
