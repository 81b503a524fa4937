/**
 * The public read side of tags and authors, which differ in their members only.
 * {@link org.depesche.content.taxonomy.published.PublicTaxonomyReader} pages through those that published articles of a site
 * use, finds one of them, and redirects from a former slug. This package writes nothing.
 */
@NullMarked
package org.depesche.content.taxonomy.published;

import org.jspecify.annotations.NullMarked;
