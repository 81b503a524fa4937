/**
 * The endpoints that show images to the public. Public API: {@link
 * org.depesche.content.image.published.PublicImageLookup} finds an image that something public shows. An image is public
 * only while an article, category, tag, author or collection that is public shows it.
 */
@NullMarked
package org.depesche.content.image.published;

import org.jspecify.annotations.NullMarked;
