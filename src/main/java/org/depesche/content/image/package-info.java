/**
 * Images and their metadata. Public API: {@link org.depesche.content.image.Images} reads, {@link
 * org.depesche.content.image.ImageRegistrar} registers, {@link org.depesche.content.image.ImageFormReader} parses input,
 * {@link org.depesche.content.image.ImageEvent} announces changes, and {@link org.depesche.content.image.ImageUsages}
 * lets other packages prevent a deletion. An image is public only while a published article uses it. Private metadata of
 * files is never public.
 */
@NullMarked
package org.depesche.content.image;

import org.jspecify.annotations.NullMarked;
