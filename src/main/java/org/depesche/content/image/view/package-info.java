/**
 * The JSON of images, and the addresses of their files. Public API: {@link org.depesche.content.image.view.ImageViews}
 * represents an image, and {@link org.depesche.content.image.view.MediaUrls} creates the addresses of files. Private metadata
 * of files is never public, and an image whose rights have expired is never shown.
 */
@NullMarked
package org.depesche.content.image.view;

import org.jspecify.annotations.NullMarked;
