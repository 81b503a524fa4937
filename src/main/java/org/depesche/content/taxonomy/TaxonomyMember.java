package org.depesche.content.taxonomy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.depesche.kernel.MediaTopic;
import org.depesche.platform.json.JsonForm;

/**
 * A member of a tag or an author besides slug and name.
 *
 * @param name in the API
 * @param column of the table
 * @param type of the values: {@link String} or {@link UUID}
 * @param reader reads the value from a form; an empty one is stored as null
 */
public record TaxonomyMember(String name, String column, Class<?> type, Function<JsonForm, ? extends Optional<?>> reader) {

    /** In characters. */
    public static final int MAX_DESCRIPTION = 5_000;

    /** In characters. */
    public static final int MAX_MEDIA_TOPIC = 15;

    private static final String DESCRIPTION = "description";
    private static final String MEDIA_TOPIC = "mediaTopic";

    /** A text whose column has the name of the member. */
    public static TaxonomyMember text(String name, Function<JsonForm, Optional<String>> reader) {
        return new TaxonomyMember(name, name, String.class, reader);
    }

    /** A text about a tag or an author, for its page. */
    public static TaxonomyMember description() {
        return text(DESCRIPTION, form -> form.text(DESCRIPTION, MAX_DESCRIPTION));
    }

    /** The subject of the IPTC that a tag or a category stands for. */
    public static Optional<String> mediaTopic(JsonForm form) {
        return form.text(MEDIA_TOPIC, MAX_MEDIA_TOPIC).filter(code -> {
            if (!code.matches(MediaTopic.PATTERN)) {
                form.reject(MEDIA_TOPIC, "must be a Media Topic of the IPTC, as medtop:04000000.");
                return false;
            }
            return true;
        });
    }

    /** The image of a tag or an author. */
    public static TaxonomyMember image(Function<JsonForm, Optional<UUID>> reader) {
        return new TaxonomyMember("image", "image_id", UUID.class, reader);
    }
}
