/**
 * Strict parsing of JSON bodies: all errors of a body are reported at once, each with its JSON pointer. Public API: {@link
 * org.depesche.platform.json.JsonForm}, {@link org.depesche.platform.json.MergePatch}, {@link
 * org.depesche.platform.json.WebUrl}. Values are never guessed, clamped or changed. Knows nothing of the web framework, and
 * of news only the words that other systems use for a member.
 */
@NullMarked
package org.depesche.platform.json;

import org.jspecify.annotations.NullMarked;
