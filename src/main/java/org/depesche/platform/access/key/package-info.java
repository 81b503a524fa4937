/**
 * API keys: how they are made, stored, looked up and revoked. {@link org.depesche.platform.access.key.KeysResource} manages
 * keys, {@link org.depesche.platform.access.key.KeyLookup} finds the key that a caller sent, and
 * {@link org.depesche.platform.access.key.AdminKeyStartup} gives a new installation its first one. The text of a key is never
 * stored, logged or shown after its creation.
 */
@NullMarked
package org.depesche.platform.access.key;

import org.jspecify.annotations.NullMarked;
