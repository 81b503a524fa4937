package org.depesche.content.image;

import org.depesche.platform.http.EditorialTag;

/** An image with the tag of the version shown. */
record EditedImage(DeskImage view, EditorialTag tag) {
}
