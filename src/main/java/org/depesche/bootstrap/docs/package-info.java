/**
 * The pages for people below {@code /docs}: the entry page, the console, and the chapters of {@code src/main/docs}. No other
 * room uses this one.
 */
@NullMarked
package org.depesche.bootstrap.docs;

import org.jspecify.annotations.NullMarked;
