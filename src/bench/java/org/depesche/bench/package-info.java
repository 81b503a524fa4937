/** The benchmark: makes a corpus, loads it into the packaged service and drives it. Knows the service over HTTP alone. */
@NullMarked
package org.depesche.bench;

import org.jspecify.annotations.NullMarked;
