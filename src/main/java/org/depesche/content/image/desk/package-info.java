/** The editorial API of images: list, read, create, change and delete. All classes are internal. */
@NullMarked
package org.depesche.content.image.desk;

import org.jspecify.annotations.NullMarked;
