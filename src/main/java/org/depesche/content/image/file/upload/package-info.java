/**
 * Receives files of images. Public API: {@link org.depesche.content.image.file.upload.ImageUpload} receives and checks a
 * file, {@link org.depesche.content.image.file.upload.ImageFiles} gives it to an image. No file is stored before its
 * header, its metadata and a first decoding were checked. Originals are for editors only.
 */
@NullMarked
package org.depesche.content.image.file.upload;

import org.jspecify.annotations.NullMarked;
