package org.depesche.delivery.feed.format;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.depesche.content.body.BlockView;
import org.depesche.content.image.view.SizedFile;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.kernel.MediaTopic;
import org.depesche.platform.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * An article in a feed.
 * @param key what identifies the item, and where it leads
 * @param updatedAt the last change that the desk announces to readers
 * @param attached what the item shows beside its text
 * @param terms what machines may do with it; null where nothing is said
 */
public record FeedItem(Key key, Text text, Instant publishedAt, Instant updatedAt, Credits credits, Topics topics,
        Attached attached, @Nullable Terms terms) {

    /** The lead image, and where the item shows it. */
    public @Nullable Picture picture() {
        return attached.picture();
    }

    /** @param recordings what the article lets hear and see, in its order */
    public record Attached(@Nullable Picture picture, List<Recording> recordings) {
        public Attached {
            recordings = List.copyOf(recordings);
        }
    }

    /**
     * A file of sound or moving pictures.
     *
     * @param medium {@code audio} or {@code video}
     * @param seconds how long it plays; null where nobody said so
     */
    public record Recording(URI url, String mediaType, String medium, @Nullable Integer seconds) {

        /** Returns those of a body. A file of an unknown type is left out, because no format can announce it. */
        public static List<Recording> of(List<BlockView> body) {
            return body.stream().filter(BlockView.Media.class::isInstance).map(BlockView.Media.class::cast)
                    .flatMap(media -> Stream.ofNullable(media.mediaType()).map(type -> new Recording(URI.create(media.url()),
                            type, media.kind(), media.durationSeconds())))
                    .distinct().toList();
        }
    }

    /**
     * @param guid the same in every format for ever: {@code urn:uuid:…}, or what an imported article's former feed had
     * @param uri the same when it is an absolute URI, otherwise {@code urn:uuid:…}, for formats that take nothing else
     * @param url the page of the article
     */
    public record Key(String guid, String uri, URI url) {
    }

    /**
     * @param title plain text
     * @param summary plain text; null where no character of it can be seen
     * @param html the content, with absolute addresses; null in a feed of teasers
     */
    public record Text(String title, @Nullable String summary, @Nullable String html, String language) {
        public Text {
            summary = summary == null || XmlWriter.clean(summary).isBlank() ? null : summary;
        }
    }

    /**
     * Whom the item credits, and what others may do with it.
     * @param access who may read the whole article
     * @param advertising null for journalism
     * @param ai how far a machine wrote it: {@code none}, {@code assisted}, {@code generated}; null when not stated
     */
    public record Credits(List<Person> authors, @Nullable Source source, @Nullable String copyright, @Nullable URI license,
            String access, @Nullable Advertising advertising, @Nullable Attribution attribution, @Nullable String ai) {
        public Credits {
            authors = List.copyOf(authors);
        }
    }

    /**
     * What machines may do with an item.
     *
     * @param document the address of the RSL document
     * @param statement the same in words
     * @param owner the name of the publisher
     */
    public record Terms(MachineUse policy, URI document, String statement, String owner) {
    }

    public record Person(String name, @Nullable URI url) {
    }

    /** The journalistic source. */
    public record Source(String name, @Nullable URI url) {
    }

    /** The label of paid content, and who paid. */
    public record Advertising(String label, @Nullable String sponsor, @Nullable URI sponsorUrl) {

        /** The label with the sponsor, as people read it. */
        public String text() {
            return sponsor == null ? label : label + ": " + sponsor;
        }
    }

    /** Whom partners have to name. */
    public record Attribution(String name, @Nullable URI url, @Nullable URI logo) {
    }

    /**
     * What the article is about.
     *
     * @param names those of the site
     * @param mediaTopics those of the IPTC for which the names stand
     */
    public record Topics(List<Topic> names, List<MediaTopic> mediaTopics) {
        public Topics {
            names = List.copyOf(names);
            mediaTopics = List.copyOf(mediaTopics);
        }
    }

    /**
     * A category or a tag.
     * @param scheme the URL of the site's page about it, where there is one
     */
    public record Topic(String name, String slug, @Nullable URI scheme) {
    }

    /**
     * @param image the file that the item shows
     * @param thumbnail a smaller file of the same picture, or the same one
     * @param description the caption, or else the alternative text
     * @param copyright the notice of the picture's owner
     * @param license what others may do with the picture
     * @param isMedia whether the item has the picture as media beside its content
     * @param isEnclosure whether the item has the picture as an enclosure
     */
    public record Picture(SizedFile image, SizedFile thumbnail, @Nullable String credit, @Nullable String description,
            @Nullable String copyright, @Nullable URI license, boolean isMedia, boolean isEnclosure) {

        boolean hasRights() {
            return copyright != null || license != null;
        }
    }
}
