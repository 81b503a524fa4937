/**
 * API keys: authentication, the first admin key, and the endpoints that manage keys. The text of a key is never stored,
 * logged or shown after its creation.
 */
@NullMarked
package org.depesche.platform.access.key;

import org.jspecify.annotations.NullMarked;
