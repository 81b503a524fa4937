package org.depesche.media.metadata.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Finds the metadata items of an AVIF or HEIC file (ISO/IEC 14496-12, sections 8.11.3 and 8.11.6; 23008-12, annex A). */
final class HeifBlocks {

    private static final int MAX_BOXES = 10_000;
    private static final int MAX_ITEMS = 10_000;
    /** Files have one of each kind, and some have further ones for auxiliary images. */
    private static final int MAX_METADATA_ITEMS = 20;
    private static final int MAX_EXTENTS = 1_000;

    private final FileBytes file;
    private final MetadataBlocks blocks;

    HeifBlocks(FileBytes file, MetadataBlocks blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    /** @param start the position of the content */
    private record Box(String name, long start, long end) {
    }

    void find() throws IOException {
        var meta = child(new Box("", 0, file.size()), 0, "meta");
        if (meta.isEmpty()) {
            return;
        }
        var items = items(meta.get());
        var locations = child(meta.get(), 4, "iloc");
        if (!items.isEmpty() && locations.isPresent()) {
            readLocations(locations.get(), items);
        }
    }

    /** Returns the items with metadata by their ids: {@code Exif}, or {@code mime} with the type of XMP. */
    private Map<Long, String> items(Box meta) throws IOException {
        var items = new HashMap<Long, String>();
        var list = child(meta, 4, "iinf");
        if (list.isEmpty()) {
            return items;
        }
        var isShort = file.unsigned8(list.get().start) == 0;
        for (var entry : children(list.get(), isShort ? 6 : 8)) {
            var version = file.unsigned8(entry.start);
            if (!entry.name.equals("infe") || version < 2) {
                continue;
            }
            var id = version == 2 ? file.unsigned16(entry.start + 4) : file.unsigned32(entry.start + 4);
            var type = entry.start + (version == 2 ? 8 : 10);
            var name = file.name(type);
            if (name.equals("Exif") || name.equals("mime") && isXmp(type + 4, entry.end)) {
                items.put(id, name);
            }
            if (items.size() == MAX_METADATA_ITEMS) {
                break;
            }
        }
        return items;
    }

    private boolean isXmp(long from, long end) throws IOException {
        var text = new String(file.bytes(from, Math.min(end - from, 200)), StandardCharsets.ISO_8859_1);
        return text.contains("application/rdf+xml");
    }

    private void readLocations(Box iloc, Map<Long, String> items) throws IOException {
        var version = file.unsigned8(iloc.start);
        var sizes = file.unsigned16(iloc.start + 4);
        var layout = new Layout(version, sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, version == 0 ? 0 : sizes & 15);
        var at = iloc.start + 6;
        var count = version < 2 ? file.unsigned16(at) : file.unsigned32(at);
        at += version < 2 ? 2 : 4;
        for (var item = 0L; item < Math.min(count, MAX_ITEMS) && at < iloc.end; item++) {
            at = readLocation(layout, at, items);
        }
    }

    /** The widths of numbers in bytes. */
    private record Layout(int version, int offset, int length, int base, int index) {
    }

    private long readLocation(Layout layout, long from, Map<Long, String> items) throws IOException {
        var at = from;
        var id = layout.version < 2 ? file.unsigned16(at) : file.unsigned32(at);
        at += layout.version < 2 ? 2 : 4;
        var isInFile = layout.version == 0 || (file.unsigned16(at) & 15) == 0;
        at += layout.version == 0 ? 2 : 4; // the construction method, the data reference
        var base = number(at, layout.base);
        at += layout.base;
        var extents = file.unsigned16(at);
        at += 2;
        var content = new ByteArrayOutputStream();
        for (var extent = 0; extent < extents && extent < MAX_EXTENTS; extent++) {
            at += layout.index;
            var offset = base + number(at, layout.offset);
            var length = number(at + layout.offset, layout.length);
            at += layout.offset + layout.length;
            if (isInFile && items.containsKey(id) && blocks.accepts(content.size() + length)) {
                content.writeBytes(file.bytes(offset, length));
            }
        }
        add(items.remove(id), content.toByteArray()); // once, however often the file lists its location
        return at;
    }

    /** Exif data begins with the offset of its TIFF structure. */
    private void add(@Nullable String type, byte[] content) {
        if ("mime".equals(type)) {
            blocks.addXmp(content);
        } else if ("Exif".equals(type) && content.length > 8) {
            var skipped = 4L + (ByteBuffer.wrap(content).getInt() & 0xFFFFFFFFL);
            if (skipped < content.length) {
                blocks.setExif(Arrays.copyOfRange(content, (int) skipped, content.length));
            }
        }
    }

    private long number(long at, int bytes) throws IOException {
        var number = 0L;
        for (var index = 0; index < bytes; index++) {
            number = number << 8 | file.unsigned8(at + index);
        }
        return number;
    }

    private Optional<Box> child(Box parent, int skipped, String name) throws IOException {
        return children(parent, skipped).stream().filter(box -> box.name.equals(name)).findFirst();
    }

    /** @param skipped the bytes before the first child: 4 in a box with version and flags */
    private List<Box> children(Box parent, int skipped) throws IOException {
        var boxes = new ArrayList<Box>();
        var at = parent.start + skipped;
        while (at + 8 <= parent.end) {
            if (boxes.size() == MAX_BOXES) {
                blocks.warn(FileBytes.EndOfBlocks.warning("HEIF", MAX_BOXES, "boxes in one place"));
                return boxes;
            }
            var length = file.unsigned32(at);
            var header = length == 1 ? 16 : 8;
            if (length == 1) {
                length = number(at + 8, 8);
            } else if (length == 0) {
                length = parent.end - at;
            }
            if (length < header || length > parent.end - at) {
                throw new FileBytes.EndOfBlocks("A box of the file has an impossible length.");
            }
            boxes.add(new Box(file.name(at + 4), at + header, at + length));
            at += length;
        }
        return boxes;
    }
}
