/**
 * Finds the metadata blocks inside of image files: Exif, XMP, IPTC-IIM. Public API: {@link
 * org.depesche.media.metadata.container.MetadataBlocks}. It reads no pixel and interprets no value.
 */
@NullMarked
package org.depesche.media.metadata.container;

import org.jspecify.annotations.NullMarked;
