/**
 * The reading of settings that several packages have: {@link org.depesche.platform.settings.BatchSize} and
 * {@link org.depesche.platform.settings.Fraction}. A value that is refused here keeps the service from starting, and is never
 * replaced by another.
 */
@NullMarked
package org.depesche.platform.settings;

import org.jspecify.annotations.NullMarked;
