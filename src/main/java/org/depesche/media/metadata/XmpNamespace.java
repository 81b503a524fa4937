package org.depesche.media.metadata;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMetaFactory;

/** The XMP schemas that news photos use. */
enum XmpNamespace {
    DC("http://purl.org/dc/elements/1.1/", "dc"),
    PHOTOSHOP("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
    XMP("http://ns.adobe.com/xap/1.0/", "xmp"),
    EXIF("http://ns.adobe.com/exif/1.0/", "exif"),
    RIGHTS("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
    IPTC_CORE("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"),
    IPTC_EXTENSION("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"),
    PLUS("http://ns.useplus.org/ldf/xmp/1.0/", "plus");

    private final String uri;
    private final String prefix;

    XmpNamespace(String uri, String prefix) {
        this.uri = uri;
        this.prefix = prefix;
    }

    String uri() {
        return uri;
    }

    /** The prefix by which the library knows the schema: that of the first packet which named it, maybe another than usual. */
    String prefix() throws XMPException {
        return XMPMetaFactory.getSchemaRegistry().registerNamespace(uri, prefix).replace(":", "");
    }
}
