package org.depesche.content.site;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SiteList", description = "All sites, the default one first")
record SiteList(@Schema(required = true) List<SiteView> items) {

    SiteList {
        items = List.copyOf(items);
    }
}
