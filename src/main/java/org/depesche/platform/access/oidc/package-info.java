/** Authentication by access tokens of an OpenID Connect issuer. */
@NullMarked
package org.depesche.platform.access.oidc;

import org.jspecify.annotations.NullMarked;
