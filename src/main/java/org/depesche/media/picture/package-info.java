/**
 * Decoded pictures. Public API: {@link org.depesche.media.picture.PictureDecoder} decodes a checked file to a {@link
 * org.depesche.media.picture.Picture}. No class decodes a file whose header was not checked, and none decodes outside of
 * the {@link org.depesche.media.picture.PixelBudget}.
 */
@NullMarked
package org.depesche.media.picture;

import org.jspecify.annotations.NullMarked;
