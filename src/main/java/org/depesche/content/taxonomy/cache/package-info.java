/** Values read from the database and cached until a site, category, tag, author or image changes. */
@NullMarked
package org.depesche.content.taxonomy.cache;

import org.jspecify.annotations.NullMarked;
