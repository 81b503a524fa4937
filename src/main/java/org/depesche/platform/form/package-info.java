/**
 * What callers send as JSON, read strictly: every mistake of a body is found, named by its pointer and told at once.
 * Doors: {@link org.depesche.platform.form.Form}, {@link org.depesche.platform.form.WebUrl}. Never guesses, never clamps,
 * never changes a text; knows no news and no web framework.
 */
@NullMarked
package org.depesche.platform.form;

import org.jspecify.annotations.NullMarked;
