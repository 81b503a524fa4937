/**
 * The files of images. Public API: {@link org.depesche.content.image.file.ImageUpload} receives and checks a file, {@link
 * org.depesche.content.image.file.ImageFiles} gives it to an image. A file is stored before the row that names it, so that no
 * row ever names a missing file; the sweep deletes what no row names. Originals are for editors only.
 */
@NullMarked
package org.depesche.content.image.file;

import org.jspecify.annotations.NullMarked;
