package org.depesche.content.category;

import org.depesche.content.site.Site;

/** @param latest how many newest articles of each; 0: none */
record CategoryQuery(Site site, boolean isFlat, int latest) {
}
