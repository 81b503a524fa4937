/** The editorial API of collections. */
@NullMarked
package org.depesche.content.collection.desk;

import org.jspecify.annotations.NullMarked;
