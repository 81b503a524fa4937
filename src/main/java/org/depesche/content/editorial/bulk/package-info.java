/** Creates, updates and publishes many articles in one transaction, in a fixed number of statements. */
@NullMarked
package org.depesche.content.editorial.bulk;

import org.jspecify.annotations.NullMarked;
