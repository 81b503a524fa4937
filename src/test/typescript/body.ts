import type { components } from "./depesche.js";

type Block = components["schemas"]["Block"];

export function html(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${block.html}</p>`;
    case "box":
      return `<aside>${block.body.map(html).join("")}</aside>`;
    default:
      return block.fallbackHtml ?? ""; // a type that is newer than the app
  }
}
