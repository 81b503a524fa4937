/**
 * Stores the files of images and their metadata, and deletes unused files. Start with {@link
 * org.depesche.content.image.file.ImageFileRepository} for the rows and {@link org.depesche.content.image.file.BlobKeys}
 * for the keys in the storage. {@link org.depesche.content.image.file.ImageFileSweep} deletes files that no row names. A file
 * is stored before the row that names it, so that no row ever names a missing file.
 */
@NullMarked
package org.depesche.content.image.file;

import org.jspecify.annotations.NullMarked;
