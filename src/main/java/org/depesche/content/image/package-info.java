/**
 * Images and their metadata. Public API: {@link org.depesche.content.image.Images} reads, {@link
 * org.depesche.content.image.ImageRegistrar} registers, {@link org.depesche.content.image.ImageEditor} changes, {@link
 * org.depesche.content.image.ImageEvent} announces changes, and {@link org.depesche.content.image.ImageUsages} lets other
 * packages prevent a deletion. This package never reads or writes the files of images.
 */
@NullMarked
package org.depesche.content.image;

import org.jspecify.annotations.NullMarked;
