// The service under test, the pages of the partner, and the snippets on them.
import { chromium } from 'playwright-core';
import { CATEGORY, newsroom } from './newsroom.mjs';
import { hostPages } from './harness.mjs';

const [address, key, target] = process.argv.slice(2);
export const api = address;
export const folder = target;
export const desk = newsroom(api, key);
export const pages = await hostPages(api);
export const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
export const SCRIPT = `<script src="${api}/embed.js"></script>`;
export const STRICT = {
  'Content-Security-Policy': `default-src 'none'; script-src ${api}; connect-src ${api}; img-src ${api}; require-trusted-types-for 'script'`,
};
export const FALLBACK = '<ul><li><a href="https://www.example.org/">Alle Nachrichten</a></li></ul>';
export const feed = (attributes = '', fallback = FALLBACK) => `<depesche-feed category="${CATEGORY}" ${attributes}>${fallback}</depesche-feed>`;
export const lists = log => log.requests.filter(url => url.includes('/v1/articles'));
const builder = await (await fetch(api + '/docs/embed')).text();
export const HASHED = /data-script="([^"]+)"/.exec(builder)[1];
export const INTEGRITY = /data-integrity="([^"]+)"/.exec(builder)[1];
