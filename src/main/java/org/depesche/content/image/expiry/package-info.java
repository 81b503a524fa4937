/**
 * The expiry of the rights to images. {@link org.depesche.content.image.expiry.ImageExpiryWorker} looks for images that
 * have expired. {@link org.depesche.content.image.expiry.ImageExpiry} announces each expiry once, and moves the articles with
 * the image to the lists without a lead image. No file is deleted.
 */
@NullMarked
package org.depesche.content.image.expiry;

import org.jspecify.annotations.NullMarked;
