/** The projection of public articles: texts, URLs, former slugs, tombstones and picked related articles. */
@NullMarked
package org.depesche.content.projection;

import org.jspecify.annotations.NullMarked;
