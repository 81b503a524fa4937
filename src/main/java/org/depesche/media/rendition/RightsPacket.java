package org.depesche.media.rendition;

import org.depesche.media.metadata.PhotoMetadata;
import org.jspecify.annotations.Nullable;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.options.SerializeOptions;

/**
 * The metadata that delivered files keep, as XMP: creator, credit, copyright, license and terms of use. It contains no place,
 * camera, person or thumbnail.
 */
public record RightsPacket(@Nullable String creator, @Nullable String credit, @Nullable String copyright,
        @Nullable String usageTerms, @Nullable String webStatement, @Nullable String licensorName,
        @Nullable String licensorUrl, @Nullable String digitalSourceType, @Nullable String dataMining,
        @Nullable String otherConstraints) {

    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";
    private static final int MAX_LENGTH = 2_000;

    /** Returns the packet, the same bytes for the same rights; no bytes if nothing is known. Below 64 KiB in any case. */
    public byte[] toXmp() {
        try {
            XMPMetaFactory.getSchemaRegistry().registerNamespace(IPTC_EXTENSION, "Iptc4xmpExt");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(PLUS, "plus");
            var packet = XMPMetaFactory.create();
            write(packet);
            return packet.iterator().hasNext()
                    ? XMPMetaFactory.serializeToBuffer(packet,
                            new SerializeOptions().setUseCompactFormat(true).setOmitPacketWrapper(true))
                    : new byte[0];
        } catch (XMPException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(XMPMeta packet) throws XMPException {
        for (var name : PhotoMetadata.creators(creator)) {
            packet.appendArrayItem(XMPConst.NS_DC, "creator", new PropertyOptions().setArrayOrdered(true), cut(name), null);
        }
        localized(packet, XMPConst.NS_DC, "rights", copyright);
        localized(packet, RIGHTS, "UsageTerms", usageTerms);
        simple(packet, PHOTOSHOP, "Credit", credit);
        simple(packet, RIGHTS, "WebStatement", webStatement);
        simple(packet, IPTC_EXTENSION, "DigitalSourceType", digitalSourceType);
        simple(packet, PLUS, "DataMining", dataMining);
        localized(packet, PLUS, "OtherConstraints", otherConstraints);
        if (licensorName != null || licensorUrl != null) {
            packet.appendArrayItem(PLUS, "Licensor", new PropertyOptions().setArrayOrdered(true), null,
                    new PropertyOptions().setStruct(true));
            licensor(packet, "LicensorName", licensorName);
            licensor(packet, "LicensorURL", licensorUrl);
        }
    }

    private static void licensor(XMPMeta packet, String member, @Nullable String value) throws XMPException {
        if (value != null) {
            packet.setStructField(PLUS, "Licensor[1]", PLUS, member, cut(value));
        }
    }

    private static void simple(XMPMeta packet, String namespace, String name, @Nullable String value) throws XMPException {
        if (value != null) {
            packet.setProperty(namespace, name, cut(value));
        }
    }

    private static void localized(XMPMeta packet, String namespace, String name, @Nullable String value) throws XMPException {
        if (value != null) {
            packet.setLocalizedText(namespace, name, null, XMPConst.X_DEFAULT, cut(value));
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
