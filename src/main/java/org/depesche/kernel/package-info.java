/**
 * Values that all rooms share: {@link org.depesche.kernel.Uuid7}, {@link org.depesche.kernel.Slug},
 * {@link org.depesche.kernel.LanguageTag}, {@link org.depesche.kernel.PlainText} and a few more. All classes are public. This
 * room does no I/O, and never depends on a framework or another room.
 */
@NullMarked
package org.depesche.kernel;

import org.jspecify.annotations.NullMarked;
