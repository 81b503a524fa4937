package org.depesche.content.image.desk;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.depesche.content.image.file.FileMetadata;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.request.RequestBodyLimit;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.http.response.FileRequest;
import org.depesche.platform.idempotency.IdempotencyKey;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.idempotency.IdempotentStream;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/editorial/images")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EDITOR)
@Fresh(Freshness.NEVER)
@Tag(name = "Editorial images", description = "The desk's way to pictures and what is known of them")
class EditorialImagesResource {

    /** Above what any configuration allows; {@code depesche.media.upload.max-size} is the limit that counts. */
    private static final long MAX_UPLOAD = 1L << 30;
    private static final String NDJSON = "application/x-ndjson";
    private static final String CREATE = "createImage";
    private static final String CREATE_SUMMARY = "Register or upload an image";
    private static final String CREATE_DESCRIPTION = "As JSON: words alone, or words and a foreign `src`; an address that an "
            + "image has already is a conflict. With `file.url`, the service fetches the file from there. As multipart: the "
            + "file, and words that win over what the file says of itself. "
            + "The renditions are made in the background; `file.renditions` tells when they are `ready`. The public sees the "
            + "image once a public article uses it. Articles name it by its `id`, or register images of their own.";
    private static final String REPLACE = "replaceImageFile";
    private static final String REPLACE_SUMMARY = "Replace the file of an image";
    private static final String REPLACE_DESCRIPTION = "As multipart: the file. As JSON: the `url` from which the service "
            + "fetches it. What the desk wrote stays; what the former file said is replaced by what the new one says. All "
            + "addresses of its renditions change. An image without a file gets its first one.";
    private static final String ID = "Id of the image";
    private static final String ID_EXAMPLE = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11";

    private final EditorialImages desk;
    private final ImageBatch batch;
    private final QueryParameters inputs;
    private final AbsoluteUrls addresses;
    private final Clock clock;

    EditorialImagesResource(EditorialImages desk, ImageBatch batch, QueryParameters inputs, AbsoluteUrls addresses,
            Clock clock) {
        this.desk = desk;
        this.batch = batch;
        this.inputs = inputs;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listEditorialImages",
            summary = "List all images for editing, newest first",
            description = "Those of drafts and those that nothing uses, too.")
    @APIResponse(
            responseCode = "200",
            description = "One page of images",
            content = @Content(schema = @Schema(implementation = EditorialImages.EditorialImageList.class)))
    public EditorialImages.EditorialImageList list(@BeanParam EditorialImageParameters parameters) {
        return desk.list(parameters, inputs);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getEditorialImage",
            summary = "Read one image for editing",
            description = "Its `ETag` is what a change sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            content = @Content(schema = @Schema(implementation = EditorialImageView.class)))
    public RestResponse<EditorialImageView> one(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        return desk.one(id).toResponse();
    }

    @POST
    @CollectsErrors
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = CREATE_SUMMARY, description = CREATE_DESCRIPTION)
    @RequestBody(required = true, content = {
            @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImageUploadSchema.ImageForm.class)),
            @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = ImageUploadSchema.class)) })
    @APIResponse(
            responseCode = "201",
            description = "The new image",
            content = @Content(schema = @Schema(implementation = EditorialImageView.class)))
    public RestResponse<EditorialImageView> create(byte[] body) {
        var created = desk.create(JsonForm.parse(body, inputs.takeErrors()));
        return created.toCreated(addresses.of(IdempotentUpload.PATH + "/" + created.view().id()));
    }

    @POST
    @IdempotentStream
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RequestBodyLimit(MAX_UPLOAD)
    @Operation(operationId = CREATE, summary = CREATE_SUMMARY, description = CREATE_DESCRIPTION)
    @RequestBody(required = true, content = {
            @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImageUploadSchema.ImageForm.class)),
            @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = ImageUploadSchema.class)) })
    @APIResponse(
            responseCode = "201",
            description = "The new image",
            content = @Content(schema = @Schema(implementation = EditorialImageView.class)))
    public Response upload(InputStream body, @Context HttpHeaders headers) {
        inputs.verify();
        return desk.upload(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
                headers.getRequestHeaders().getOrDefault(IdempotencyKey.HEADER, List.of()));
    }

    @POST
    @Path("/batch")
    @IdempotentStream
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(NDJSON)
    @RequestBodyLimit(MAX_UPLOAD)
    @Operation(
            operationId = "uploadImages",
            summary = "Upload many images",
            description = "The parts `file` of one multipart body; a part `metadata` holds for the file behind it. Each "
                    + "file is stored when it ends and answered by a line at once: the id of the new image, or why it is "
                    + "refused. A refused file does not stop the others. The last line sums up; without it the answer broke "
                    + "off. With an `Idempotency-Key`, a repeated batch stores nothing twice.")
    @RequestBody(
            required = true,
            content = @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(implementation = ImageUploadSchema.Batch.class)))
    @APIResponse(
            responseCode = "200",
            description = "One line a file, then the sum",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = UploadedImageLine.class)))
    public Response uploadMany(InputStream body, @Context HttpHeaders headers) {
        inputs.verify();
        var key = ImageBatch.key(headers.getRequestHeaders().getOrDefault(IdempotencyKey.HEADER, List.of()));
        var contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return Response.ok((StreamingOutput) out -> batch.upload(body, contentType, key, out))
                .header("X-Accel-Buffering", "no").build();
    }

    @GET
    @Path("/{id}/metadata")
    @Operation(
            operationId = "getImageFileMetadata",
            summary = "Read what the file of an image says of itself",
            description = "Every value of its XMP, IPTC and Exif, also those that are never public.")
    @APIResponse(
            responseCode = "200",
            description = "The metadata of the file",
            content = @Content(schema = @Schema(implementation = FileMetadata.class)))
    public FileMetadata fileMetadata(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        inputs.verify();
        return desk.fileMetadata(id);
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getImageFile",
            summary = "Read the original file of an image",
            description = "The very bytes that were uploaded. The public gets renditions only.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response file(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id, @Context Request request,
            @Context HttpHeaders headers) {
        inputs.verify();
        return desk.original(id, FileRequest.of(request, headers, clock));
    }

    @PUT
    @Path("/{id}/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RequestBodyLimit(MAX_UPLOAD)
    @Operation(operationId = REPLACE, summary = REPLACE_SUMMARY, description = REPLACE_DESCRIPTION)
    @RequestBody(required = true, content = {
            @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(implementation = ImageUploadSchema.FileOnly.class)),
            @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImageUploadSchema.FileSource.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The image as it is now",
            content = @Content(schema = @Schema(implementation = EditorialImageView.class)))
    public RestResponse<EditorialImageView> replaceFile(
            @Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            InputStream body, @RestHeader("Content-Type") @Parameter(hidden = true) @Nullable String contentType) {
        inputs.verify();
        return desk.replaceFile(id, body, contentType, ifMatch).toResponse();
    }

    @PUT
    @CollectsErrors
    @Path("/{id}/file")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = REPLACE_SUMMARY, description = REPLACE_DESCRIPTION)
    @RequestBody(required = true, content = {
            @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(implementation = ImageUploadSchema.FileOnly.class)),
            @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImageUploadSchema.FileSource.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The image as it is now",
            content = @Content(schema = @Schema(implementation = EditorialImageView.class)))
    public RestResponse<EditorialImageView> fetchReplacement(
            @Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return desk.replaceFile(id, JsonForm.parse(body, inputs.takeErrors()), ifMatch).toResponse();
    }

    @PATCH
    @CollectsErrors
    @Path("/{id}")
    @Consumes({ "application/merge-patch+json", MediaType.APPLICATION_JSON })
    @Operation(
            operationId = "patchImage",
            summary = "Change what is known of an image",
            description = "A merge patch (RFC 7396): what is left out stays, null clears. Whatever shows the image shows the "
                    + "change, but for what a use says itself.")
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = ImageFormSchema.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImageFormSchema.class)) })
    @APIResponse(
            responseCode = "200",
            description = "The image as it is now",
            content = @Content(schema = @Schema(implementation = EditorialImageView.class)))
    public RestResponse<EditorialImageView> patch(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            byte[] body) {
        return desk.update(id, ConditionalUpdate.patch(ifMatch, JsonForm.parse(body, inputs.takeErrors()))).toResponse();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteImage",
            summary = "Delete an image that nothing uses",
            description = "One that a public article, a working copy or a collection shows is a conflict. A former revision "
                    + "does not keep it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "409",
            description = "In use: `articles` and `collections` name what shows it, twenty at most",
            content = @Content(
                    mediaType = "application/problem+json",
                    schema = @Schema(implementation = ImageInUseSchema.class)))
    public void delete(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch) {
        desk.delete(id, ifMatch);
    }
}
