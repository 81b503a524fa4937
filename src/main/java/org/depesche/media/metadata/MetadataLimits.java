package org.depesche.media.metadata;

/**
 * The limits of the metadata that is read from one file.
 *
 * @param maxBlockBytes the size of one Exif, XMP or IPTC block, and of all values in the Exif data together. All blocks of a
 *        file together may have twice this size
 * @param maxTextLength the length of one value in characters
 * @param maxListItems the items of one list of values
 * @param maxRawValues the values in the raw metadata of a file
 */
public record MetadataLimits(int maxBlockBytes, int maxTextLength, int maxListItems, int maxRawValues) {

    /** 4 MiB, 10,000 characters, 200 items, 2,000 values. */
    public static final MetadataLimits DEFAULT = new MetadataLimits(4 << 20, 10_000, 200, 2_000);
}
