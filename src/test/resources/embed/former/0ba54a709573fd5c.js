/* a version of the script of a former release, for EmbedResourceTest */
