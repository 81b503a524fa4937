/** Query parameters, request bodies, content negotiation. */
@NullMarked
package org.depesche.platform.http.request;

import org.jspecify.annotations.NullMarked;
