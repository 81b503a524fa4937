/**
 * The embed for partner sites: {@link org.depesche.delivery.embed.EmbedScriptResource} serves the script with its element,
 * {@link org.depesche.delivery.embed.EmbedResource} the page for an {@code iframe},
 * {@link org.depesche.delivery.embed.OEmbedResource} oEmbed. All of them show what partners may have and nothing else. This
 * room never reads an editorial table.
 */
@NullMarked
package org.depesche.delivery.embed;

import org.jspecify.annotations.NullMarked;
