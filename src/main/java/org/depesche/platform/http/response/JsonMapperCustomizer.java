package org.depesche.platform.http.response;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.depesche.platform.http.PublicationZone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * Configures the JSON of responses: null and empty strings are omitted, lists are always present, times are in the
 * publication's zone.
 */
@Singleton
class JsonMapperCustomizer implements ObjectMapperCustomizer {

    private final PublicationZone zone;

    JsonMapperCustomizer(PublicationZone zone) {
        this.zone = zone;
    }

    /** Runs after Quarkus' customizers, whose module for times would win otherwise. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        // Writes an emoji as UTF-8; by default the library writes two escapes.
        mapper.configure(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8, true);
        mapper.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(Include.NON_ABSENT, Include.CUSTOM, null, NullOrEmpty.class));
        mapper.configOverride(String.class).setInclude(JsonInclude.Value.construct(Include.NON_EMPTY, Include.ALWAYS));
        mapper.registerModule(new SimpleModule("depesche-times")
                .addSerializer(Instant.class, new TimeSerializer<>(zone::format))
                .addSerializer(OffsetDateTime.class, new TimeSerializer<>(time -> zone.format(time.toInstant()))));
    }

    /** Jackson omits the values of a map that equal this object. */
    static final class NullOrEmpty {

        @Override
        public boolean equals(Object value) {
            return value == null || value.equals("");
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private static final class TimeSerializer<T> extends JsonSerializer<T> {

        private final transient Function<T, String> text;

        TimeSerializer(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text.apply(time));
        }
    }
}
