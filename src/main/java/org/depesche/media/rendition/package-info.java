/**
 * Pictures in the sizes and crops that pages need. Public API: {@link org.depesche.media.rendition.RenditionMaker} makes
 * the renditions of a decoded picture, {@link org.depesche.media.rendition.RightsPacket} is what their files say of their
 * rights. The package never reads a file of a client.
 */
@NullMarked
package org.depesche.media.rendition;

import org.jspecify.annotations.NullMarked;
