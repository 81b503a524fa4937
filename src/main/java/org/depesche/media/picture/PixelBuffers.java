package org.depesche.media.picture;

import java.lang.ref.SoftReference;

import org.jspecify.annotations.Nullable;

/**
 * The large arrays that a picture needs, used again for the next one. The serial collector has no room for them in the young
 * generation, and clears the old one only by a pause that requests feel. Arrays are as large as the largest picture so far,
 * which the decoder's share of the heap limits. Softly referenced, they are given back to whatever else needs the memory.
 *
 * <p>
 * One thread uses them for one picture at a time. Their content is that of an earlier picture.
 */
public final class PixelBuffers {

    /** The sizes of arrays are multiples of this one, so that pictures of nearly the same size share an array. */
    private static final int STEP = 1 << 20;

    private final boolean isKept;
    private SoftReference<int[]> first = new SoftReference<>(new int[0]);
    private SoftReference<int[]> second = new SoftReference<>(new int[0]);
    private SoftReference<byte[]> samples = new SoftReference<>(new byte[0]);

    private PixelBuffers(boolean isKept) {
        this.isKept = isKept;
    }

    /** Returns buffers that are reused, for the pictures of one thread. */
    public static PixelBuffers kept() {
        return new PixelBuffers(true);
    }

    /** Returns buffers that are never reused, for any thread. */
    public static PixelBuffers fresh() {
        return new PixelBuffers(false);
    }

    /** Returns one of two arrays for pixels: the one that is not in use. */
    public int[] other(int @Nullable [] inUse, int size) {
        if (!isKept) {
            return new int[size];
        }
        var isFirst = inUse == null || first.get() != inUse;
        var kept = isFirst ? first.get() : second.get();
        if (kept != null && kept.length >= size) {
            return kept;
        }
        var larger = new int[rounded(size)];
        if (isFirst) {
            first = new SoftReference<>(larger);
        } else {
            second = new SoftReference<>(larger);
        }
        return larger;
    }

    /** Returns the array for samples of a byte: those of a decoder, and later those for an encoder. */
    public byte[] samples(int size) {
        if (!isKept) {
            return new byte[size];
        }
        var kept = samples.get();
        if (kept != null && kept.length >= size) {
            return kept;
        }
        var larger = new byte[rounded(size)];
        samples = new SoftReference<>(larger);
        return larger;
    }

    private static int rounded(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, (size + STEP - 1L) / STEP * STEP);
    }
}
