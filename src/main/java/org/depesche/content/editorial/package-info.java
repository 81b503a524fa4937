/** Working copies of articles, their revisions and slugs. The public API never reads them. */
@NullMarked
package org.depesche.content.editorial;

import org.jspecify.annotations.NullMarked;
