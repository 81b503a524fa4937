package org.depesche.content.collection;

import org.depesche.platform.http.EditorialTag;

/** What the desk gets, the tag that stands for its version, and whether it was just made. */
record EditedCollection(EditorialCollection view, EditorialTag tag, boolean isNew) {
}
