/**
 * The embed for partner sites: the script with its element, the page for an {@code iframe}, and oEmbed. All of them show what
 * partners may have and nothing else. This room reads public content only.
 */
@NullMarked
package org.depesche.delivery.embed;

import org.jspecify.annotations.NullMarked;
