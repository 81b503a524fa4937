// A small editor's tool: writes to a running service through types made of its OpenAPI document alone.
//   node writer.js http://localhost:8080 KEY     ends with 0 when all is as the document says
import createClient from "openapi-fetch";
import type { components, paths } from "./depesche.js";

const [address = "", key = ""] = process.argv.slice(2);
const depesche = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${key}` } });
const draft: components["schemas"]["ArticleInput"] = {
  headline: "Aus TypeScript",
  category: "stadtpolitik",
  access: "subscribers",
  teaser: "Erster Satz",
  body: [{ type: "paragraph", html: "Ein <em>Wort</em>" }],
};

const created = await depesche.POST("/v1/editorial/articles", { body: draft });
const ref = created.data?.id ?? fail("a draft is made", created.error);
const header = { "If-Match": tag(created.response) };
const patched = await depesche.PATCH("/v1/editorial/articles/{ref}", {
  params: { path: { ref }, header },
  body: { headline: "Geändert", teaser: null },
  headers: { "Content-Type": "application/merge-patch+json" },
});
const saved = patched.data ?? fail("a member is changed", patched.error);
expect(saved.headline === "Geändert" && saved.teaser === undefined, "one member is changed, and one removed");
expect(saved.access === "subscribers" && saved.body.length === 1, "the paywall and the body stay");
const published = await depesche.POST("/v1/editorial/articles/{ref}/publish", {
  params: { path: { ref }, header: { "If-Match": tag(patched.response) } },
});
expect(published.data?.state === "published", "it is published");
const shown = await depesche.GET("/v1/articles/{ref}", { params: { path: { ref } } });
expect(shown.data?.headline === "Geändert", "readers see it");
const unpublished = await depesche.POST("/v1/editorial/articles/{ref}/unpublish", {
  params: { path: { ref }, header: { "If-Match": tag(published.response) } },
});
expect(unpublished.data?.state === "unpublished", "it is taken back");
console.log("writer: all is as the document says");

function tag(response: Response): string {
  return response.headers.get("etag") ?? "";
}

function expect(holds: boolean, claim: string): void {
  if (!holds) {
    fail(claim);
  }
}

function fail(claim: string, problem?: components["schemas"]["Problem"]): never {
  throw new Error(`not so: ${claim}${problem === undefined ? "" : `: ${JSON.stringify(problem)}`}`);
}
