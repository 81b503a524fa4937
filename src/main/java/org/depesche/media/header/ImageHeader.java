package org.depesche.media.header;

/**
 * The header of an image file.
 *
 * @param width in pixels as stored, before the orientation of the Exif data is applied
 * @param height in pixels as stored
 * @param frames 1, or more if the file is animated or has pages
 */
public record ImageHeader(ImageFormat format, int width, int height, int frames) {
}
