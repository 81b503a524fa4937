package org.depesche.media.header;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * Bounds the values in the directories of a TIFF file (TIFF 6.0, section 2). Readers read all of them before the pixels, and
 * many entries of twelve bytes can each claim millions of values at the same position.
 */
final class TiffValues {

    static final int MAX_ENTRIES = 100_000;
    /** The maximum number of values larger than a byte, which readers read one by one. */
    static final long MAX_NUMBERS = 500_000;
    private static final int MAX_REPEATED = 4;
    private static final int MAX_DIRECTORIES = 5_000;
    private static final int ENTRY = 12;
    private static final Set<Integer> DIRECTORIES = Set.of(330, 34665, 34853, 40965);
    private static final Set<Integer> BYTES = Set.of(1, 2, 6, 7);

    private final RandomAccessBytes file;
    private final boolean isLittleEndian;
    private final ArrayDeque<Long> directories = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private long entries;
    private long numbers;
    private long bytes;

    private TiffValues(RandomAccessBytes file) {
        this.file = file;
        this.isLittleEndian = file.unsigned8(0) == 'I';
    }

    static void check(RandomAccessBytes file) {
        var values = new TiffValues(file);
        values.add(values.unsigned32(4));
        while (!values.directories.isEmpty()) {
            values.count(values.directories.remove());
        }
    }

    /** Adds a directory to those that are counted. The decoder finds a directory outside of the file. */
    private void add(long directory) {
        if (directory > 0 && directory + 2 <= file.size() && seen.add(directory)) {
            directories.add(directory);
        }
        refuseIf(seen.size() > MAX_DIRECTORIES);
    }

    private void count(long directory) {
        var end = directory + 2 + (long) unsigned16(directory) * ENTRY;
        entries += unsigned16(directory);
        refuseIf(entries > MAX_ENTRIES);
        for (var entry = directory + 2; entry + ENTRY <= Math.min(end, file.size()); entry += ENTRY) {
            var count = unsigned32(entry + 4);
            if (BYTES.contains(unsigned16(entry + 2))) {
                bytes += count;
            } else {
                numbers += count > 1 ? count : 0;
            }
            if (DIRECTORIES.contains(unsigned16(entry)) && count == 1) {
                add(unsigned32(entry + 8));
            }
            refuseIf(numbers > MAX_NUMBERS || bytes > MAX_REPEATED * file.size());
        }
        if (end + 4 <= file.size()) {
            add(unsigned32(end));
        }
    }

    private static void refuseIf(boolean isTooMuch) {
        if (isTooMuch) {
            throw ImageRefusal.tooLarge("The TIFF file has too many values in its directories.");
        }
    }

    private int unsigned16(long at) {
        return isLittleEndian ? file.unsigned16LittleEndian(at) : file.unsigned16(at);
    }

    private long unsigned32(long at) {
        return isLittleEndian ? file.unsigned32LittleEndian(at) : file.unsigned32(at);
    }
}
