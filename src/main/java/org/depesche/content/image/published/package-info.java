/**
 * The endpoints that show images to the public. Public API: {@link
 * org.depesche.content.image.published.PublicImageLookup} finds public images. An image is public only while a public article,
 * category, tag, author or collection shows it.
 */
@NullMarked
package org.depesche.content.image.published;

import org.jspecify.annotations.NullMarked;
