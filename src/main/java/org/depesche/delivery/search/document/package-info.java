/** The fields and terms that an index has of an article. */
@NullMarked
package org.depesche.delivery.search.document;

import org.jspecify.annotations.NullMarked;
