/**
 * Preview links, which show a working copy without an API key.
 * {@link org.depesche.content.editorial.preview.PreviewLinksResource} creates and revokes them, and
 * {@link org.depesche.content.editorial.preview.PreviewResource} shows the working copy of a link. No other package uses this
 * one. The token of a link is never stored, only its hash.
 */
@NullMarked
package org.depesche.content.editorial.preview;

import org.jspecify.annotations.NullMarked;
