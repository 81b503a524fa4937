/**
 * All public articles of a site at one position of the change log. {@link org.depesche.delivery.export.ExportResource} begins
 * the response, and {@link org.depesche.delivery.export.ExportWriter} writes it from one snapshot of the projection. No more
 * than a page of articles is ever in memory.
 */
@NullMarked
package org.depesche.delivery.export;

import org.jspecify.annotations.NullMarked;
