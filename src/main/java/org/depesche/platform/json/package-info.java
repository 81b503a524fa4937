/**
 * What callers send as JSON, read strictly: every mistake of a body is found, named by its pointer and told at once.
 * Doors: {@link org.depesche.platform.json.JsonForm}, {@link org.depesche.platform.json.WebUrl}. Never guesses, never clamps,
 * never changes a text; knows no news and no web framework.
 */
@NullMarked
package org.depesche.platform.json;

import org.jspecify.annotations.NullMarked;
