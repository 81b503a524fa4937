/**
 * The editorial API of images: {@link org.depesche.content.image.desk.EditorialImagesResource} and its use cases in
 * {@link org.depesche.content.image.desk.EditorialImages}. No other package uses this one. It never reads the bytes of a file,
 * which {@link org.depesche.content.image.file.upload.ImageUpload} receives.
 */
@NullMarked
package org.depesche.content.image.desk;

import org.jspecify.annotations.NullMarked;
