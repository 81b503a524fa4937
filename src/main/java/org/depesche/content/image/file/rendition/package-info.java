/**
 * Makes the renditions of images in the background. Public API: {@link
 * org.depesche.content.image.file.rendition.RenditionWorker} takes the images that need renditions from the queue, makes and
 * stores the files, and then makes them public. It never holds a transaction while it decodes a picture.
 */
@NullMarked
package org.depesche.content.image.file.rendition;

import org.jspecify.annotations.NullMarked;
