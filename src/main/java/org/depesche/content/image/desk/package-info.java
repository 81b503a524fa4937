/** The editorial API of images. */
@NullMarked
package org.depesche.content.image.desk;

import org.jspecify.annotations.NullMarked;
