package org.depesche.delivery.feed.format;

import org.depesche.platform.xml.XmlWriter;

/** The elements of Media RSS for a lead image, which RSS and Atom share. The prefix {@code media} is declared by the root. */
final class MediaElements {

    private MediaElements() {
    }

    /** The picture with its credit; or a thumbnail alone, which readers show in lists, when the content has the picture. */
    static void write(FeedItem.Picture picture, XmlWriter xml) {
        if (!picture.isMedia()) {
            writeThumbnail(picture, xml);
            return;
        }
        var image = picture.image();
        xml.open("media:content", "url", image.url(), "type", image.mediaType(), "medium", "image", "width", image.width(),
                "height", image.height(), "fileSize", image.byteSize());
        xml.text("media:credit", picture.credit()).text("media:description", picture.description(), "type", "plain");
        writeThumbnail(picture, xml);
        xml.close();
    }

    static void write(FeedItem.Recording recording, XmlWriter xml) {
        xml.empty("media:content", "url", recording.url(), "type", recording.mediaType(), "medium", recording.medium(),
                "duration", recording.seconds());
    }

    private static void writeThumbnail(FeedItem.Picture picture, XmlWriter xml) {
        var file = picture.thumbnail();
        xml.empty("media:thumbnail", "url", file.url(), "width", file.width(), "height", file.height());
    }
}
