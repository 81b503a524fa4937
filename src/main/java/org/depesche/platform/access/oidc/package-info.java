/**
 * Access tokens of an OpenID Connect issuer. {@link org.depesche.platform.access.oidc.AccessTokenAuthenticator} is the entry,
 * {@link org.depesche.platform.access.oidc.TokenCallerMapper} chooses the role. This room never issues a token, and never
 * sends a key to the issuer.
 */
@NullMarked
package org.depesche.platform.access.oidc;

import org.jspecify.annotations.NullMarked;
