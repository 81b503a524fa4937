package org.depesche.media.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The metadata of an image file. For each field XMP wins over IPTC-IIM, whose texts have byte limits, and IIM over Exif.
 *
 * @param warnings what was damaged, skipped or repaired
 */
public record PhotoMetadata(Orientation orientation, Description description, Rights rights, @Nullable PhotoTime takenAt,
        Place place, Production production, RawMetadata raw, List<String> warnings) {

    /** Separates the names of several creators, as in Exif. A comma would not do, because names contain commas. */
    private static final String CREATOR_SEPARATOR = "; ";

    /** Returns the names of several creators as one text. */
    static Optional<String> joined(List<String> creators) {
        return creators.isEmpty() ? Optional.empty() : Optional.of(String.join(CREATOR_SEPARATOR, creators));
    }

    /** Returns the single names of such a text, in their order. */
    public static List<String> creators(@Nullable String creator) {
        return creator == null ? List.of()
                : Arrays.stream(creator.split(";")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    public PhotoMetadata {
        warnings = List.copyOf(warnings);
    }

    /**
     * What the picture shows.
     *
     * @param alt IPTC 2021.1: the alternative text
     * @param extendedDescription IPTC 2021.1: a longer description for those who do not see the picture
     * @param event the name of the event
     * @param persons the names of the persons shown, which are private unless an operator says otherwise
     */
    public record Description(@Nullable String alt, @Nullable String extendedDescription, @Nullable String caption,
            @Nullable String headline, List<String> keywords, @Nullable String event, List<String> persons) {

        public Description {
            keywords = List.copyOf(keywords);
            persons = List.copyOf(persons);
        }
    }

    /**
     * Whose picture it is, and the terms of its use.
     *
     * @param creator the names of all creators, separated by semicolons
     * @param webStatement the address of the license
     * @param dataMining the PLUS term for mining of text and data
     */
    public record Rights(@Nullable String creator, @Nullable String credit, @Nullable String copyright,
            @Nullable String usageTerms, @Nullable String webStatement, @Nullable String licensorName,
            @Nullable String licensorUrl, @Nullable String dataMining) {
    }

    /**
     * Where it was taken.
     *
     * @param country as the file names it
     * @param countryCode ISO 3166-1 alpha-2, if the file has a code or a known name
     */
    public record Place(@Nullable String city, @Nullable String country, @Nullable String countryCode) {
    }

    /**
     * How it was made.
     *
     * @param digitalSourceType the address of an IPTC term
     * @param aiSystem IPTC 2025.1: the generative system
     * @param hasContentCredentials whether the file has a C2PA manifest, which renditions do not keep
     */
    public record Production(@Nullable String digitalSourceType, @Nullable String aiSystem, @Nullable String aiSystemVersion,
            @Nullable String aiPrompt, @Nullable String aiPromptWriter, boolean hasContentCredentials) {
    }
}
