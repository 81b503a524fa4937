package org.depesche.media.header;

import java.util.Optional;

/** The image formats that are recognized, by the first bytes of a file and never by its name. */
public enum ImageFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    TIFF("image/tiff"),
    AVIF("image/avif"),
    HEIC("image/heic");

    private static final int MAX_BRANDS = 32;

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Returns the format of a file, or empty if it is none of these. */
    static Optional<ImageFormat> detect(RandomAccessBytes file) {
        if (file.size() < 12) {
            return Optional.empty();
        }
        if (file.unsigned24(0) == 0xFFD8FF) {
            return Optional.of(JPEG);
        }
        return switch (file.name(0)) {
            case "\u0089PNG" -> Optional.of(PNG).filter(format -> file.unsigned32(4) == 0x0D0A1A0AL);
            case "GIF8" -> Optional.of(GIF).filter(format -> file.name(2).matches("F8[79]a"));
            case "RIFF" -> Optional.of(WEBP).filter(format -> file.name(8).equals("WEBP"));
            case "II*\0", "MM\0*" -> Optional.of(TIFF);
            default -> file.name(4).equals("ftyp") ? brand(file) : Optional.empty();
        };
    }

    /** ISO/IEC 14496-12, section 4.3: the major brand, a version, and compatible brands. */
    private static Optional<ImageFormat> brand(RandomAccessBytes file) {
        var end = Math.min(Math.min(file.unsigned32(0), file.size()), 16 + 4L * MAX_BRANDS);
        Optional<ImageFormat> found = Optional.empty();
        for (var at = 8L; at + 4 <= end; at += at == 8 ? 8 : 4) {
            switch (file.name(at)) {
                case "avif", "avis" -> {
                    return Optional.of(AVIF);
                }
                case "heic", "heix", "heim", "heis", "hevc", "hevx" -> found = Optional.of(HEIC);
                default -> {
                    // "mif1" and others say nothing about the coding
                }
            }
        }
        return found;
    }
}
