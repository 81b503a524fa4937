/**
 * Pictures in the sizes and crops that pages need. Public API: {@link org.depesche.media.rendition.PictureDecoder} decodes a
 * checked file, {@link org.depesche.media.rendition.RenditionMaker} makes its renditions. No class decodes a file whose header
 * was not checked, and none decodes outside of the {@link org.depesche.media.rendition.PixelBudget}.
 */
@NullMarked
package org.depesche.media.rendition;

import org.jspecify.annotations.NullMarked;
