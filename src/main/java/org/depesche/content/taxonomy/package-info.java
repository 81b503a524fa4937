/** What categories, tags and authors share: find or create, edit, merge, check for use, lock. */
@NullMarked
package org.depesche.content.taxonomy;

import org.jspecify.annotations.NullMarked;
