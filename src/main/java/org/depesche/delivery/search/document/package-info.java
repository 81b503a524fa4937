/** Fields and terms of an article in the index. */
@NullMarked
package org.depesche.delivery.search.document;

import org.jspecify.annotations.NullMarked;
