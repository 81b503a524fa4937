/**
 * Values that every room speaks in: identifiers, slugs, language tags, the text of a piece of HTML. Doors: all classes.
 * Never does I/O, never knows a framework or another room.
 */
@NullMarked
package org.depesche.kernel;

import org.jspecify.annotations.NullMarked;
