package org.depesche.media.metadata;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessFileReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;

/** The tags of Exif 2.32. */
final class ExifFields {

    private static final String INCOMPLETE = "The Exif data could not be read completely.";
    private static final int OFFSET_TIME_ORIGINAL = 0x9011;
    private static final int OFFSET_TIME_DIGITIZED = 0x9012;
    private static final int MAX_RAW_LENGTH = 1_000;

    private final Metadata metadata;
    private final MetadataText texts;
    private final MetadataLimits limits;

    private ExifFields(Metadata metadata, MetadataText texts, MetadataLimits limits) {
        this.metadata = metadata;
        this.texts = texts;
        this.limits = limits;
    }

    /**
     * Skips values beyond the limit for all of them together, because many tags can claim the same bytes. Leaves XMP, IPTC and
     * Photoshop blocks inside of Exif to other readers.
     */
    private static final class TagHandler extends ExifTiffHandler {

        private static final Set<Integer> FOREIGN_BLOCKS = Set.of(700, 33_723, 34_377, 34_675);

        private int remainingBytes;

        TagHandler(Metadata metadata, int maxBytes) {
            super(metadata, null, 0);
            this.remainingBytes = maxBytes;
        }

        @Override
        public boolean customProcessTag(int offset, Set<Integer> visited, int start, RandomAccessReader reader,
                int tag, int bytes) throws IOException {
            if (bytes > remainingBytes || FOREIGN_BLOCKS.contains(tag)) {
                return true;
            }
            remainingBytes -= bytes;
            if (tag == ExifIFD0Directory.TAG_COPYRIGHT) { // the library would cut it at its first zero byte
                _currentDirectory.setStringValue(tag, new StringValue(reader.getBytes(offset, bytes), null));
                return true;
            }
            return super.customProcessTag(offset, visited, start, reader, tag, bytes);
        }
    }

    static ExifFields read(byte @Nullable [] tiff, MetadataText texts, MetadataLimits limits, Consumer<String> warnings) {
        var fields = new ExifFields(new Metadata(), texts, limits);
        if (tiff != null) {
            fields.process(new ByteArrayReader(tiff), warnings);
        }
        return fields;
    }

    /** Reads a TIFF file, which is an Exif structure itself. */
    static ExifFields readFile(Path file, MetadataText texts, MetadataLimits limits, Consumer<String> warnings)
            throws IOException {
        var fields = new ExifFields(new Metadata(), texts, limits);
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            fields.process(new RandomAccessFileReader(access), warnings);
        }
        return fields;
    }

    private void process(RandomAccessReader reader, Consumer<String> warnings) {
        try {
            new TiffReader().processTiff(reader, new TagHandler(metadata, limits.maxBlockBytes()), 0);
        } catch (TiffProcessingException | IOException | RuntimeException e) {
            warnings.accept(INCOMPLETE);
        }
        for (var directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            if (directory.hasErrors()) {
                warnings.accept(INCOMPLETE);
            }
            if (directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION) && !Orientation.exists(orientationOf(directory))) {
                warnings.accept("The orientation in the Exif data does not exist; the picture is taken as upright.");
            }
        }
    }

    private static int orientationOf(Directory directory) {
        return Objects.requireNonNullElse(directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION), 0);
    }

    /** A missing, unreadable or impossible value means upright. */
    Orientation orientation() {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return directory == null ? Orientation.UPRIGHT : Orientation.of(orientationOf(directory));
    }

    Optional<String> artist() {
        return text(ExifIFD0Directory.class, ExifIFD0Directory.TAG_ARTIST);
    }

    /** Exif separates the photographer's copyright and the editor's by a zero byte; each gets a line here. */
    Optional<String> copyright() {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var value = directory == null ? null : directory.getStringValue(ExifIFD0Directory.TAG_COPYRIGHT);
        if (value == null) {
            return text(ExifIFD0Directory.class, ExifIFD0Directory.TAG_COPYRIGHT);
        }
        return texts.clean(Arrays.stream(MetadataText.decode(value.getBytes()).split("\0", -1)).limit(2).map(String::strip)
                .collect(Collectors.joining("\n")));
    }

    Optional<String> description() {
        return text(ExifIFD0Directory.class, ExifIFD0Directory.TAG_IMAGE_DESCRIPTION);
    }

    Optional<PhotoTime> taken() {
        return time(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL, OFFSET_TIME_ORIGINAL);
    }

    /** When the picture was digitized, for example by a scanner. */
    Optional<PhotoTime> digitized() {
        return time(ExifSubIFDDirectory.TAG_DATETIME_DIGITIZED, OFFSET_TIME_DIGITIZED);
    }

    private Optional<PhotoTime> time(int tag, int offsetTag) {
        var offset = text(ExifSubIFDDirectory.class, offsetTag).flatMap(PhotoTime::parseOffset).orElse(null);
        return text(ExifSubIFDDirectory.class, tag).flatMap(PhotoTime::parse).map(time -> time.withOffset(offset));
    }

    private Optional<String> text(Class<? extends Directory> type, int tag) {
        for (var directory : metadata.getDirectoriesOfType(type)) {
            var value = directory.getStringValue(tag);
            var text = value != null ? MetadataText.decode(value.getBytes()) : directory.getString(tag);
            if (text != null) {
                return texts.clean(text);
            }
        }
        return Optional.empty();
    }

    /** The values of all directories as texts, without the bytes of thumbnails and private blocks. */
    Map<String, Map<String, String>> raw() {
        var raw = new LinkedHashMap<String, Map<String, String>>();
        var count = 0;
        for (var directory : metadata.getDirectories()) {
            var values = new LinkedHashMap<String, String>();
            for (var tag : directory.getTags()) {
                if (++count > limits.maxRawValues()) {
                    return raw;
                }
                describe(directory, tag.getTagType()).ifPresent(text -> values.put(tag.getTagName(), text));
            }
            if (!values.isEmpty()) {
                raw.put(directory.getName() + (raw.containsKey(directory.getName()) ? " " + count : ""), values);
            }
        }
        return raw;
    }

    private Optional<String> describe(Directory directory, int tag) {
        try {
            var value = directory.getStringValue(tag);
            var text = value != null ? MetadataText.decode(value.getBytes()) : directory.getDescription(tag);
            return text == null ? Optional.empty()
                    : texts.clean(text.length() > MAX_RAW_LENGTH ? text.substring(0, MAX_RAW_LENGTH) : text);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
