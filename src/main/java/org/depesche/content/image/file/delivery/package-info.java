/**
 * Delivers renditions at {@code /media}. {@link org.depesche.content.image.file.delivery.MediaFiles} finds the file of an
 * address, or the address that replaces it. The package never delivers originals.
 */
@NullMarked
package org.depesche.content.image.file.delivery;

import org.jspecify.annotations.NullMarked;
