package org.depesche.content.site;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditorialSiteList", description = "All sites, the default one first")
record EditorialSiteList(@Schema(required = true) List<EditorialSite> items) {

    EditorialSiteList {
        items = List.copyOf(items);
    }
}
