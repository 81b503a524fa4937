package org.depesche.content.image.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class FileMetadataTest {

    @Test
    void aDatasetThatWasStoredAsOneTextIsAListNow() throws IOException {
        var stored = """
                {"fields": {"keywords": [], "personsShown": [], "contentCredentials": false, "orientation": 1}, "warnings": [],
                "raw": {"xmp": {"photoshop:Credit": "Agentur"}, "iim": {"2:110 Credit": "Agentur", "2:25 Keywords": ["a", "b"]},
                "exif": {"Exif IFD0": {"Artist": "Jo Baum"}}}}""";

        var raw = new ObjectMapper().readValue(stored, FileMetadata.class).raw();

        assertThat(raw.iim()).containsEntry("2:110 Credit", List.of("Agentur")).containsEntry("2:25 Keywords",
                List.of("a", "b"));
        assertThat(raw.exif().get("Exif IFD0")).containsEntry("Artist", "Jo Baum");
    }

    @ParameterizedTest
    @CsvSource({ "2024-07-01T12:00+02:00, 2024-07-01T12:00:00+02:00", "2024-07-01T12:00, 2024-07-01T12:00:00",
            "2024-07-01T12:00:07.25Z, 2024-07-01T12:00:07Z", "2024-07-01T12:30:01+05:30, 2024-07-01T12:30:01+05:30" })
    void timesHaveSeconds(String stored, String shown) throws IOException {
        var fields = """
                {"keywords": [], "personsShown": [], "contentCredentials": false, "orientation": 1, "takenAt": "%s"}"""
                .formatted(stored);

        assertThat(new ObjectMapper().readValue(fields, FileMetadata.Fields.class).takenAt()).isEqualTo(shown);
    }
}
