/**
 * What is stored of the files of images, and how long. Start with {@link
 * org.depesche.content.image.file.ImageFileRepository} for the rows and {@link org.depesche.content.image.file.BlobKeys}
 * for the keys in the storage. {@link org.depesche.content.image.file.ImageFileSweep} deletes what no row names. A file is
 * stored before the row that names it, so that no row ever names a missing file.
 */
@NullMarked
package org.depesche.content.image.file;

import org.jspecify.annotations.NullMarked;
