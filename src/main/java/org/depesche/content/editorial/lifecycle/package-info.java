/** Publishes, unpublishes, withdraws and erases articles, at once or by schedule. */
@NullMarked
package org.depesche.content.editorial.lifecycle;

import org.jspecify.annotations.NullMarked;
