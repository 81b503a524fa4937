/**
 * The metadata of photos: IPTC-IIM, XMP and Exif as one set of fields. Public API: {@link
 * org.depesche.media.metadata.PhotoMetadataReader} reads a file, {@link org.depesche.media.metadata.PhotoMetadata} is what it
 * says. No class reads a pixel, resolves an entity or calls another server.
 */
@NullMarked
package org.depesche.media.metadata;

import org.jspecify.annotations.NullMarked;
