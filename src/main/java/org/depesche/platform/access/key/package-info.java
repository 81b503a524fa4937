/**
 * API keys. {@link org.depesche.platform.access.key.BearerAuthentication} reads the header,
 * {@link org.depesche.platform.access.key.KeyLookup} finds the key, {@link org.depesche.platform.access.key.KeysResource}
 * manages keys, {@link org.depesche.platform.access.key.WrongKeys} slows down who guesses. The text of a key is never stored,
 * logged or shown after its creation.
 */
@NullMarked
package org.depesche.platform.access.key;

import org.jspecify.annotations.NullMarked;
