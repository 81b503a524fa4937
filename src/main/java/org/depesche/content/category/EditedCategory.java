package org.depesche.content.category;

import org.depesche.platform.http.EditorialTag;

/** What the desk gets, and the tag that stands for its version. */
record EditedCategory(EditorialCategory view, EditorialTag tag) {
}
