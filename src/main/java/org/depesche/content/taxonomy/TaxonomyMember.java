package org.depesche.content.taxonomy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.depesche.kernel.MediaTopic;
import org.depesche.platform.json.JsonForm;

/**
 * A member of a tag or an author besides slug and name.
 *
 * @param name the name in the API
 * @param column the column of the table
 * @param type the type of the values: {@link String} or {@link UUID}
 * @param reader reads the value from a form; an empty one is stored as null
 */
public record TaxonomyMember(String name, String column, Class<?> type, Function<JsonForm, ? extends Optional<?>> reader) {

    /** The maximum length of a description in characters. */
    public static final int MAX_DESCRIPTION = 5_000;

    /** The maximum length of a media topic in characters. */
    public static final int MAX_MEDIA_TOPIC = 15;

    private static final String DESCRIPTION = "description";
    private static final String MEDIA_TOPIC = "mediaTopic";

    /** Returns a member with a text whose column has the name of the member. */
    public static TaxonomyMember text(String name, Function<JsonForm, Optional<String>> reader) {
        return new TaxonomyMember(name, name, String.class, reader);
    }

    /** Returns the member with the text for the page of a tag or an author. */
    public static TaxonomyMember description() {
        return text(DESCRIPTION, form -> form.text(DESCRIPTION, MAX_DESCRIPTION));
    }

    /** Reads the media topic (IPTC Media Topics) that a tag or a category stands for. */
    public static Optional<String> mediaTopic(JsonForm form) {
        return form.text(MEDIA_TOPIC, MAX_MEDIA_TOPIC).filter(code -> {
            if (!code.matches(MediaTopic.PATTERN)) {
                form.reject(MEDIA_TOPIC, "must be a Media Topic of the IPTC, as medtop:04000000.");
                return false;
            }
            return true;
        });
    }

    /** Returns the member with the image of a tag or an author. */
    public static TaxonomyMember image(Function<JsonForm, Optional<UUID>> reader) {
        return new TaxonomyMember("image", "image_id", UUID.class, reader);
    }
}
