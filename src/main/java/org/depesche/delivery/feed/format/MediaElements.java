package org.depesche.delivery.feed.format;

import org.depesche.platform.xml.XmlWriter;

/** The elements of Media RSS, which RSS and Atom share. The prefix {@code media} is declared by the root. */
final class MediaElements {

    private MediaElements() {
    }

    /**
     * The picture with its credit and its rights; or a thumbnail alone, which readers show in lists, when the content has the
     * picture; or nothing but rights, when it is an enclosure. Rights that stand at the item hold for all of its media, so that
     * beside recordings they stand at the picture.
     */
    static void writePicture(FeedItem.Attached attached, XmlWriter xml) {
        var picture = attached.picture();
        if (picture == null) {
            return;
        }
        if (picture.isMedia() || picture.hasRights() && !attached.recordings().isEmpty()) {
            writeContent(picture, xml);
            return;
        }
        if (!picture.isEnclosure()) {
            writeThumbnail(picture, xml);
        }
        writeRights(picture, xml);
    }

    private static void writeContent(FeedItem.Picture picture, XmlWriter xml) {
        var image = picture.image();
        xml.open("media:content", "url", image.url(), "type", image.mediaType(), "medium", "image", "width", image.width(),
                "height", image.height(), "fileSize", image.byteSize());
        xml.text("media:credit", picture.credit()).text("media:description", picture.description(), "type", "plain");
        writeRights(picture, xml);
        writeThumbnail(picture, xml);
        xml.close();
    }

    static void write(FeedItem.Recording recording, XmlWriter xml) {
        xml.empty("media:content", "url", recording.url(), "type", recording.mediaType(), "medium", recording.medium(),
                "duration", recording.seconds());
    }

    /** Validators of feeds do not know {@code media:license}, so that the address of the licence stands at the copyright. */
    private static void writeRights(FeedItem.Picture picture, XmlWriter xml) {
        var license = picture.license();
        xml.text("media:copyright", picture.copyright() == null ? license : picture.copyright(), "url", license);
    }

    private static void writeThumbnail(FeedItem.Picture picture, XmlWriter xml) {
        var file = picture.thumbnail();
        xml.empty("media:thumbnail", "url", file.url(), "width", file.width(), "height", file.height());
    }
}
