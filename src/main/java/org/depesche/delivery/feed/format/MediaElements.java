package org.depesche.delivery.feed.format;

/** The elements of Media RSS for a lead image, which RSS and Atom share. The prefix {@code media} is declared by the root. */
final class MediaElements {

    private static final String THUMBNAIL = "media:thumbnail";

    private MediaElements() {
    }

    /** The picture with its credit; or a thumbnail alone, which readers show in lists, when the content has the picture. */
    static void write(FeedItem.Picture picture, XmlWriter xml) {
        var image = picture.image();
        if (!picture.isMedia()) {
            xml.empty(THUMBNAIL, "url", image.url(), "width", image.width(), "height", image.height());
            return;
        }
        xml.open("media:content", "url", image.url(), "type", image.mediaType(), "medium", "image", "width", image.width(),
                "height", image.height(), "fileSize", image.byteSize());
        xml.text("media:credit", picture.credit()).text("media:description", picture.description(), "type", "plain");
        xml.empty(THUMBNAIL, "url", image.url(), "width", image.width(), "height", image.height()).close();
    }
}
