/**
 * Pictures and what is known of them. Doors: {@link org.depesche.content.image.Images} to read,
 * {@link org.depesche.content.image.ImageRegistrar} to register, {@link org.depesche.content.image.ImageForm} to read
 * what somebody sent, {@link org.depesche.content.image.ImageEvent} to follow, {@link
 * org.depesche.content.image.ImageUsages} to plug in what keeps one from being deleted. An image is public only where a published
 * article uses it; private metadata of files never is.
 */
@NullMarked
package org.depesche.content.image;

import org.jspecify.annotations.NullMarked;
