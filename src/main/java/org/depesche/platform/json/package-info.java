/**
 * Strict parsing of JSON bodies: all errors of a body are reported at once, each with its JSON pointer. Public API:
 * {@link org.depesche.platform.json.JsonForm}, {@link org.depesche.platform.json.MergePatch}, {@link
 * org.depesche.platform.json.WebUrl}. Values are never guessed, clamped or changed. Contains no knowledge of news content
 * or of the web framework.
 */
@NullMarked
package org.depesche.platform.json;

import org.jspecify.annotations.NullMarked;
