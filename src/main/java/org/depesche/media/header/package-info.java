/**
 * Reads the header of an image file: its type by content, its size in pixels and its number of frames. {@link
 * org.depesche.media.header.ImageHeaderReader} decodes no pixel and allocates nothing that a file can make larger. The room
 * knows no HTTP, no database and no image library.
 */
@NullMarked
package org.depesche.media.header;

import org.jspecify.annotations.NullMarked;
