package org.depesche.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.metadata.PhotoTime.Precision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoTimeTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2024, 7, 1, 12, 0);

    @TempDir
    Path folder;

    @Test
    void timesHaveManyForms() {
        for (var text : new String[] { "2024-07-01T12:00:00+02:00", "20240701120000+0200", "2024-07-01T12:00+02",
                "2024:07:01 12:00:00.5000000000+02:00" }) {
            assertThat(PhotoTime.parse(text)).as(text).hasValueSatisfying(time -> assertThat(time.withOffset(null).offset())
                    .isEqualTo(ZoneOffset.ofHours(2)));
            assertThat(PhotoTime.parse(text).orElseThrow().local().withNano(0)).isEqualTo(NOON);
        }
        assertThat(PhotoTime.parse("2024:07:01 12:00:00")).contains(new PhotoTime(NOON, null, Precision.SECOND));
        assertThat(PhotoTime.parse("2024-07-01T12:00:00+99:00")).contains(new PhotoTime(NOON, null, Precision.SECOND));
        assertThat(PhotoTime.parse("2024-07-01T11:59:60")).contains(
                new PhotoTime(NOON.minusSeconds(1), null, Precision.SECOND));
        for (var text : new String[] { "0000:00:00 00:00:00", "2024-13-01", "2024-02-30", "    :  :     :  :  ",
                "2024-07-01T25:00" }) {
            assertThat(PhotoTime.parse(text)).as(text).isEmpty();
        }
        assertThat(new PhotoTime(NOON, null, Precision.SECOND).toInstant(ZoneId.of("Europe/Berlin")))
                .isEqualTo("2024-07-01T10:00:00Z");
    }

    @Test
    void whatIsUnknownOfADateIsTheFirst() {
        for (var text : new String[] { "2024", "2024-00-00", "20240000", "2024:  :     :  :", "2024:00:00 00:00:00" }) {
            assertThat(PhotoTime.parse(text)).as(text)
                    .contains(new PhotoTime(LocalDateTime.of(2024, 1, 1, 0, 0), null, Precision.YEAR));
        }
        for (var text : new String[] { "2024-07", "20240700", "2024:07:  " }) {
            assertThat(PhotoTime.parse(text)).as(text)
                    .contains(new PhotoTime(LocalDateTime.of(2024, 7, 1, 0, 0), null, Precision.MONTH));
        }
        assertThat(PhotoTime.parse("2024-07-01")).contains(new PhotoTime(NOON.minusHours(12), null, Precision.DAY));
        assertThat(PhotoTime.parse("2024:07:01   :  :  ")).contains(new PhotoTime(NOON.minusHours(12), null, Precision.DAY));
    }

    @Test
    void aDateInXmpAloneIsTaken() {
        assertThat(taken(xmp("exif", "DateTimeOriginal", "2024-07-01T12:00:00+02:00"))).isEqualTo("2024-07-01T12:00+02:00");
        assertThat(taken(xmp("xmp", "CreateDate", "2024-07-01T12:00:00Z"))).isEqualTo("2024-07-01T12:00Z");
        assertThat(taken(xmp("photoshop", "DateCreated", "2024-07-01"))).isEqualTo("2024-07-01T00:00");
        assertThat(taken(xmp("xmp", "CreateDate", "2024-07-01T12:00:00Z")
                .iim(2, 62, ascii("20231224")).iim(2, 63, ascii("180000+0100")))).isEqualTo("2023-12-24T18:00+01:00");
        assertThat(taken(xmp("xmp", "CreateDate", "2024-07-01T12:00:00Z").segment(0xE1, exif("2022:03:04 05:06:07"))))
                .isEqualTo("2022-03-04T05:06:07");
    }

    /** A scan of the same year tells nothing of the day on which the picture was taken. */
    @Test
    void aDateIsCompletedByTheSameMomentAlone() {
        var scan = "<xmp:CreateDate xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">2024-12-30T12:00:00Z</xmp:CreateDate>";
        var year = new PhotoFile().xmp("<photoshop:DateCreated>2024</photoshop:DateCreated>" + scan);

        assertThat(taken(year)).isEqualTo("2024-01-01T00:00");
        assertThat(read(year).warnings())
                .containsExactly("The file names no more of its date than the year; the first day of it is taken.");
        assertThat(taken(new PhotoFile().xmp("<photoshop:DateCreated>2024</photoshop:DateCreated>")
                .iim(2, 55, ascii("20240701")).iim(2, 60, ascii("120000+0200")))).isEqualTo("2024-07-01T12:00+02:00");
        assertThat(taken(new PhotoFile().xmp("<photoshop:DateCreated>2024-08</photoshop:DateCreated>")
                .iim(2, 55, ascii("20240701")))).isEqualTo("2024-08-01T00:00");
    }

    private static PhotoFile xmp(String prefix, String name, String value) {
        return new PhotoFile().xmp("<" + prefix + ":" + name + " xmlns:exif=\"http://ns.adobe.com/exif/1.0/\""
                + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">" + value + "</" + prefix + ":" + name + ">");
    }

    /** The time of digitization alone. */
    private static byte[] exif(String time) {
        return ByteBuffer.allocate(6 + 26 + 18 + 20).put(ascii("Exif\0\0MM\0*")).putInt(8)
                .putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26).putInt(0)
                .putShort((short) 1).putShort((short) 0x9004).putShort((short) 2).putInt(20).putInt(44).putInt(0)
                .put(ascii(time)).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private @Nullable String taken(PhotoFile file) {
        var time = read(file).takenAt();
        return time == null ? null : time.toString();
    }

    private PhotoMetadata read(PhotoFile file) {
        try {
            return new PhotoMetadataReader(MetadataLimits.DEFAULT).read(Files.write(folder.resolve("photo"), file.bytes()),
                    ImageFormat.JPEG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
