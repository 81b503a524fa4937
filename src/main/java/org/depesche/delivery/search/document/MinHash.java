package org.depesche.delivery.search.document;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.util.StringHelper;
import org.depesche.delivery.search.language.AnalyzedWord;

/**
 * A text's outline in 256 bytes, by which versions of one story know each other: the least hash of its pairs of words under
 * each of 64 orders (MinHash). The share of equal ones is the share of pairs that two texts have in common.
 */
public record MinHash(int[] minima) {

    private static final int HASHES = 64;
    private static final int[] FACTORS = factors();

    static MinHash of(List<AnalyzedWord> words) {
        var least = new int[HASHES];
        Arrays.fill(least, Integer.MAX_VALUE);
        var before = "";
        for (var word : words) {
            if (!word.stems().isEmpty()) {
                var stem = word.stems().get(0);
                add(least, (before + " " + stem).hashCode());
                before = stem;
            }
        }
        return new MinHash(least);
    }

    public static MinHash of(ByteBuffer bytes) {
        var least = new int[HASHES];
        bytes.asIntBuffer().get(least);
        return new MinHash(least);
    }

    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(HASHES * Integer.BYTES);
        bytes.asIntBuffer().put(minima);
        return bytes.array();
    }

    /** 0 to 1: how much two texts have in common. */
    public double similarity(MinHash other) {
        var same = 0;
        for (var i = 0; i < HASHES; i++) {
            same += minima[i] == other.minima[i] ? 1 : 0;
        }
        return (double) same / HASHES;
    }

    private static void add(int[] least, int pair) {
        for (var i = 0; i < HASHES; i++) {
            var hash = mixed(pair * FACTORS[i] + FACTORS[HASHES - 1 - i]);
            least[i] = Math.min(least[i], hash);
        }
    }

    private static int mixed(int hash) {
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
