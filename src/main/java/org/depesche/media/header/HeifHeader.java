package org.depesche.media.header;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the size of the primary item of an AVIF or HEIC file (ISO/IEC 23008-12, sections 6.5.3 and 9.3): {@code pitm} names
 * the item, {@code ipma} its properties, and one of these is {@code ispe}. A rotation by {@code irot} is applied.
 */
final class HeifHeader {

    private static final int MAX_BOXES = 10_000;

    private final RandomAccessBytes file;
    private final Box meta;

    private HeifHeader(RandomAccessBytes file) {
        this.file = file;
        this.meta = child(new Box("", 0, file.size()), "meta", 0);
    }

    static ImageHeader read(RandomAccessBytes file, ImageFormat format) {
        return new HeifHeader(file).header(format);
    }

    private ImageHeader header(ImageFormat format) {
        var primary = primaryItem(child(meta, "pitm", 4));
        var properties = child(meta, "iprp", 4);
        var all = children(child(properties, "ipco", 0), 0);
        var size = new int[2];
        var isTurned = false;
        for (var index : associations(child(properties, "ipma", 0), primary)) {
            if (index < 1 || index > all.size()) {
                continue;
            }
            var property = all.get(index - 1);
            if (property.name.equals("ispe")) {
                size[0] = side(property.start + 4);
                size[1] = side(property.start + 8);
            } else if (property.name.equals("irot")) {
                isTurned = (file.unsigned8(property.start) & 1) == 1;
            }
        }
        return new ImageHeader(format, size[isTurned ? 1 : 0], size[isTurned ? 0 : 1], 1);
    }

    private long primaryItem(Box pitm) {
        return file.unsigned8(pitm.start) == 0 ? file.unsigned16(pitm.start + 4) : file.unsigned32(pitm.start + 4);
    }

    private List<Integer> associations(Box ipma, long item) {
        var hasLongIds = file.unsigned8(ipma.start) > 0;
        var hasLongIndexes = (file.unsigned8(ipma.start + 3) & 1) == 1;
        var entries = file.unsigned32(ipma.start + 4);
        var at = ipma.start + 8;
        for (var entry = 0L; entry < entries && at < ipma.end; entry++) {
            var id = hasLongIds ? file.unsigned32(at) : file.unsigned16(at);
            at += hasLongIds ? 4 : 2;
            var count = file.unsigned8(at++);
            if (id == item) {
                return indexes(at, count, hasLongIndexes);
            }
            at += (long) count * (hasLongIndexes ? 2 : 1);
        }
        return List.of();
    }

    private List<Integer> indexes(long at, int count, boolean areLong) {
        var indexes = new ArrayList<Integer>();
        for (var index = 0; index < count; index++) {
            indexes.add(areLong ? file.unsigned16(at + 2L * index) & 0x7FFF : file.unsigned8(at + index) & 0x7F);
        }
        return indexes;
    }

    private int side(long at) {
        return (int) Math.min(file.unsigned32(at), Integer.MAX_VALUE);
    }

    private Box child(Box parent, String name, int skipped) {
        return children(parent, skipped).stream().filter(box -> box.name.equals(name)).findFirst()
                .orElseThrow(() -> ImageRefusal.damaged("The file has no box \"" + name + "\"."));
    }

    /** @param skipped the bytes before the first child: 4 in a box with version and flags */
    private List<Box> children(Box parent, int skipped) {
        var boxes = new ArrayList<Box>();
        var at = parent.start + skipped;
        while (at + 8 <= parent.end && boxes.size() < MAX_BOXES) {
            var box = box(at, parent.end);
            boxes.add(box);
            at = box.end;
        }
        return boxes;
    }

    /** A length of 1 stands for a 64-bit length after the name, and 0 for the rest of the file. */
    private Box box(long at, long limit) {
        var length = file.unsigned32(at);
        var header = length == 1 ? 16 : 8;
        if (length == 1) {
            length = file.unsigned32(at + 8) << 32 | file.unsigned32(at + 12);
        } else if (length == 0) {
            length = limit - at;
        }
        if (length < header || length > limit - at) {
            throw ImageRefusal.damaged("A box of the file has an impossible length.");
        }
        return new Box(file.name(at + 4), at + header, at + length);
    }

    /** @param start the position of the content */
    private record Box(String name, long start, long end) {
    }
}
