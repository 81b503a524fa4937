package org.depesche.media.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The application records of IPTC-IIM (version 4.2, chapter 6). */
final class IimFields {

    static final int KEYWORDS = 25;
    static final int DATE_CREATED = 55;
    static final int TIME_CREATED = 60;
    static final int DIGITIZED_DATE = 62;
    static final int DIGITIZED_TIME = 63;
    static final int BY_LINE = 80;
    static final int CITY = 90;
    static final int COUNTRY_CODE = 100;
    static final int COUNTRY_NAME = 101;
    static final int HEADLINE = 105;
    static final int CREDIT = 110;
    static final int SOURCE = 115;
    static final int COPYRIGHT_NOTICE = 116;
    static final int CAPTION = 120;

    private static final int MARKER = 0x1C;
    private static final int ENVELOPE = 1;
    private static final int APPLICATION = 2;
    private static final int CODED_CHARACTER_SET = 90;
    private static final int MAX_FIELDS = 5_000;
    /** The parts by the final letters of their escape sequences. CP1252 extends part 1, whose controls nobody writes. */
    private static final Map<Character, String> PARTS_OF_ISO_8859 = Map.ofEntries(Map.entry('A', "windows-1252"),
            Map.entry('B', "ISO-8859-2"), Map.entry('C', "ISO-8859-3"), Map.entry('D', "ISO-8859-4"),
            Map.entry('F', "ISO-8859-7"), Map.entry('G', "ISO-8859-6"), Map.entry('H', "ISO-8859-8"),
            Map.entry('L', "ISO-8859-5"), Map.entry('M', "ISO-8859-9"), Map.entry('Y', "ISO-8859-13"),
            Map.entry('b', "ISO-8859-15"));

    private final MetadataText texts;
    private final MetadataLimits limits;
    private final Map<Integer, List<byte[]>> values = new LinkedHashMap<>();
    private @Nullable Charset declared;

    private IimFields(MetadataText texts, MetadataLimits limits) {
        this.texts = texts;
        this.limits = limits;
    }

    static IimFields read(List<byte[]> blocks, MetadataText texts, MetadataLimits limits) {
        var fields = new IimFields(texts, limits);
        blocks.forEach(block -> fields.read(ByteBuffer.wrap(block)));
        return fields;
    }

    /** Padding and garbage between data sets end the block, as in other readers. */
    private void read(ByteBuffer in) {
        for (var field = 0; field < MAX_FIELDS && in.remaining() >= 5 && (in.get() & 0xFF) == MARKER; field++) {
            var dataset = in.getShort() & 0xFFFF;
            var length = length(in);
            if (length < 0 || length > in.remaining()) {
                return;
            }
            var value = new byte[length];
            in.get(value);
            add(dataset >> 8, dataset & 0xFF, value);
        }
    }

    /** With the highest bit set, the number is the size of an extended length, which follows. */
    private static int length(ByteBuffer in) {
        var length = in.getShort() & 0xFFFF;
        if (length < 0x8000) {
            return length;
        }
        var bytes = length & 0x7FFF;
        return bytes == 4 && in.remaining() >= 4 ? in.getInt() : -1;
    }

    private void add(int record, int dataset, byte[] value) {
        if (record == ENVELOPE && dataset == CODED_CHARACTER_SET) {
            declared = declared(value);
        } else if (record == APPLICATION) {
            var list = values.computeIfAbsent(dataset, key -> new ArrayList<>());
            if (list.size() < limits.maxListItems()) {
                list.add(value);
            }
        }
    }

    /**
     * {@code ESC - A} and {@code ESC . A} are ISO 8859-1, other letters its other parts (ISO 2022). {@code ESC % G} is UTF-8,
     * which needs no declaration.
     */
    private static @Nullable Charset declared(byte[] escape) {
        var text = new String(escape, StandardCharsets.ISO_8859_1);
        var isPart = text.length() >= 3 && (text.startsWith("\u001B-") || text.startsWith("\u001B."));
        var name = isPart ? PARTS_OF_ISO_8859.get(text.charAt(2)) : null;
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : null;
    }

    Optional<String> text(int dataset) {
        return texts(dataset).stream().findFirst();
    }

    List<String> texts(int dataset) {
        return values.getOrDefault(dataset, List.of()).stream().map(this::decode).map(texts::clean).flatMap(Optional::stream)
                .toList();
    }

    Optional<PhotoTime> created() {
        return time(DATE_CREATED, TIME_CREATED);
    }

    /** When the picture was digitized, for example by a scanner. */
    Optional<PhotoTime> digitized() {
        return time(DIGITIZED_DATE, DIGITIZED_TIME);
    }

    private Optional<PhotoTime> time(int dateSet, int timeSet) {
        var date = text(dateSet).filter(text -> text.matches("\\d{4}[-:]?\\d{2}[-:]?\\d{2}"));
        var time = text(timeSet).orElse("");
        return date.flatMap(day -> PhotoTime.parse(day + time).or(() -> PhotoTime.parse(day)));
    }

    Map<String, List<String>> raw() {
        var raw = new LinkedHashMap<String, List<String>>();
        values.forEach((dataset, list) -> {
            var all = texts(dataset);
            if (!all.isEmpty()) {
                raw.put("2:" + (dataset < 10 ? "0" : "") + dataset + name(dataset), all);
            }
        });
        return raw;
    }

    private String decode(byte[] value) {
        return declared == null ? MetadataText.decode(value) : MetadataText.decode(value, declared);
    }

    private static String name(int dataset) {
        var name = nameOrNull(dataset);
        return name == null ? "" : " " + name;
    }

    private static @Nullable String nameOrNull(int dataset) {
        return switch (dataset) {
            case 5 -> "ObjectName";
            case 7 -> "EditStatus";
            case 10 -> "Urgency";
            case 12 -> "SubjectReference";
            case 15 -> "Category";
            case 20 -> "SupplementalCategories";
            case KEYWORDS -> "Keywords";
            case 37 -> "ExpirationDate";
            case 40 -> "SpecialInstructions";
            case DATE_CREATED -> "DateCreated";
            case TIME_CREATED -> "TimeCreated";
            case BY_LINE -> "By-line";
            case 85 -> "By-lineTitle";
            case CITY -> "City";
            case 92 -> "Sub-location";
            case 95 -> "Province-State";
            case COUNTRY_CODE -> "Country-PrimaryLocationCode";
            case COUNTRY_NAME -> "Country-PrimaryLocationName";
            case 103 -> "OriginalTransmissionReference";
            case HEADLINE -> "Headline";
            case CREDIT -> "Credit";
            case SOURCE -> "Source";
            case COPYRIGHT_NOTICE -> "CopyrightNotice";
            case 118 -> "Contact";
            case CAPTION -> "Caption-Abstract";
            case 122 -> "Writer-Editor";
            default -> null;
        };
    }
}
