/** Headers, ETags, conditional requests, content encoding, JSON output, the response cache. */
@NullMarked
package org.depesche.platform.http.response;

import org.jspecify.annotations.NullMarked;
