package org.depesche.media.metadata;

/** How a stored picture must be turned and mirrored to be upright (Exif 2.32, tag 0x0112). */
public enum Orientation {
    UPRIGHT,
    MIRRORED,
    TURNED_180,
    FLIPPED,
    TRANSPOSED,
    TURNED_RIGHT,
    TRANSVERSED,
    TURNED_LEFT;

    /** Returns the orientation of a tag value; {@link #UPRIGHT} for a value that does not exist. */
    static Orientation of(int tag) {
        return exists(tag) ? values()[tag - 1] : UPRIGHT;
    }

    static boolean exists(int tag) {
        return tag >= 1 && tag <= values().length;
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return ordinal() >= TRANSPOSED.ordinal();
    }

    public int width(int storedWidth, int storedHeight) {
        return swapsSides() ? storedHeight : storedWidth;
    }

    public int height(int storedWidth, int storedHeight) {
        return swapsSides() ? storedWidth : storedHeight;
    }
}
