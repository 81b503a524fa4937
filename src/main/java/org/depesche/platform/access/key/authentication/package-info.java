/**
 * Authenticates callers by the header {@code Authorization: Bearer}.
 * {@link org.depesche.platform.access.key.authentication.BearerAuthentication} reads it,
 * {@link org.depesche.platform.access.key.authentication.KeyIdentityProvider} turns a key into an identity, and
 * {@link org.depesche.platform.access.key.authentication.WrongKeys} slows down addresses that guess. No other room uses this
 * one, and a known key is never sent to the issuer of tokens.
 */
@NullMarked
package org.depesche.platform.access.key.authentication;

import org.jspecify.annotations.NullMarked;
