package org.depesche.content.site;

import org.depesche.platform.http.EditorialTag;

/** What an admin gets, and the tag that stands for its version. */
record EditedSite(EditorialSite view, EditorialTag tag) {
}
