/**
 * Values that all packages share: identifiers, slugs, language tags, the text of an HTML fragment. All classes are public
 * API. This package does no I/O and depends on no framework and no other package.
 */
@NullMarked
package org.depesche.kernel;

import org.jspecify.annotations.NullMarked;
