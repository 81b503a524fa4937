package org.depesche.content.collection;

import java.util.UUID;

import org.depesche.content.image.ImageWords;

/** The picture of a collection; the words hold for this place alone. */
record CollectionImage(UUID id, ImageWords words) {
}
