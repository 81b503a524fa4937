/**
 * Reads the image objects of clients. Public API: {@link org.depesche.content.image.form.ImageFormReader} reads an image
 * object, {@link org.depesche.content.image.form.ImageReferenceReader} reads a reference to a registered image. The package
 * only reads; it changes no image.
 */
@NullMarked
package org.depesche.content.image.form;

import org.jspecify.annotations.NullMarked;
