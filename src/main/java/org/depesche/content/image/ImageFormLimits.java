package org.depesche.content.image;

/** The limits of an image's metadata, in characters, entries or pixels. */
public final class ImageFormLimits {

    public static final int ALT = 2_000;
    public static final int CAPTION = 5_000;
    public static final int CREDIT = 500;
    public static final int PIXELS = 1_000_000;
    public static final int MEDIA_TYPE = 100;
    public static final int RIGHTS = 500;
    public static final int USAGE_TERMS = 2_000;
    public static final int CITY = 200;
    public static final int KEYWORDS = 100;
    public static final int KEYWORD = 200;
    public static final String COLOR = "^#[0-9a-fA-F]{6}$";
    public static final String COUNTRY = "^[A-Z]{2}$";

    private ImageFormLimits() {
    }
}
