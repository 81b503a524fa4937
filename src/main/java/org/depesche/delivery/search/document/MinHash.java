package org.depesche.delivery.search.document;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.util.StringHelper;
import org.depesche.delivery.search.language.AnalyzedWord;

/**
 * A MinHash signature of 256 bytes, which detects versions of one story. It has the minimum hash of a text's word pairs
 * under each of 64 hash functions. The share of equal minima estimates the share of word pairs that two texts have in
 * common.
 */
public record MinHash(int[] minima) {

    private static final int HASHES = 64;
    private static final int[] FACTORS = factors();

    static MinHash of(List<AnalyzedWord> words) {
        var minima = new int[HASHES];
        Arrays.fill(minima, Integer.MAX_VALUE);
        var previous = "";
        for (var word : words) {
            if (!word.stems().isEmpty()) {
                var stem = word.stems().get(0);
                update(minima, hashOfPair(previous, stem));
                previous = stem;
            }
        }
        return new MinHash(minima);
    }

    /** The hash of {@code first + " " + second}, from the hashes that the two strings know. */
    static int hashOfPair(String first, String second) {
        var hash = 31 * first.hashCode() + ' ';
        for (var i = second.length(); i > 0; i--) {
            hash *= 31;
        }
        return hash + second.hashCode();
    }

    /** Reads a signature as {@link #bytes} wrote it. */
    public static MinHash of(ByteBuffer bytes) {
        var values = new int[HASHES];
        bytes.asIntBuffer().get(values);
        return new MinHash(values);
    }

    /** The 64 minima as 256 bytes, big-endian. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(HASHES * Integer.BYTES);
        bytes.asIntBuffer().put(minima);
        return bytes.array();
    }

    /** The estimated share of common word pairs, from 0 to 1. */
    public double similarity(MinHash other) {
        var equal = 0;
        for (var i = 0; i < HASHES; i++) {
            equal += minima[i] == other.minima[i] ? 1 : 0;
        }
        return (double) equal / HASHES;
    }

    private static void update(int[] minima, int pair) {
        for (var i = 0; i < HASHES; i++) {
            var hash = mix(pair * FACTORS[i] + FACTORS[HASHES - 1 - i]);
            minima[i] = Math.min(minima[i], hash);
        }
    }

    private static int mix(int hash) {
        var mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        return mixed ^ mixed >>> 13;
    }

    private static int[] factors() {
        var factors = new int[HASHES];
        for (var i = 0; i < HASHES; i++) {
            factors[i] = StringHelper.murmurhash3_x86_32(new byte[] { (byte) i }, 0, 1, 7) | 1;
        }
        return factors;
    }
}
