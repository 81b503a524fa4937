package org.depesche.kernel;

/**
 * A subject of the vocabulary Media Topics of the IPTC. The vocabulary grows, so that any number of its form is taken.
 *
 * @param code as {@code medtop:04000000}
 * @param name of the category or tag that stands for the subject, in the language of the site
 */
public record MediaTopic(String code, String name) {

    /** The form of a code. */
    public static final String PATTERN = "medtop:[0-9]{8}";

    /** The URL of the vocabulary, with which the URL of each subject begins. */
    public static final String VOCABULARY = "http://cv.iptc.org/newscodes/mediatopic/";

    /** The address of the subject. */
    public String uri() {
        return VOCABULARY + code.substring(code.indexOf(':') + 1);
    }
}
