// node check.mjs KEY: runs the recipes of src/main/docs/front-ends.md against the service at CONTENT_API_URL, and Next.js at
// FRONT_END_URL
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { begin, expire, read } from './news.mjs';
import { follow } from './follow-changes.mjs';

const api = process.env.CONTENT_API_URL;
const [key] = process.argv.slice(2);

async function write(method, path, body, headers = {}) {
  const response = await fetch(api + path, {
    method, body: body && JSON.stringify(body),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
  return response;
}

async function until(condition, what) {
  for (let tries = 0; tries < 300; tries++) {
    if (await condition()) {
      return;
    }
    await pause(100);
  }
  assert.fail(what);
}

async function page(address) {
  return (await fetch(process.env.FRONT_END_URL + address)).text();
}

void follow(begin, expire);
const { items: [article] } = await read('/v1/articles?limit=1');
const path = `/v1/articles/${article.slug}`;
const before = await read(path);
assert.equal(await read(path), before, 'the second read comes from the cache');
const address = article.path;
assert.ok((await page('/')).includes(address), 'the home page links the article');
assert.ok((await page(address)).includes(`<p>${article.category.name}</p>`));

const bodiless = await (await write('POST', '/v1/editorial/articles', { headline: 'Ohne Text', category: article.category.slug })).json();
await write('POST', `/v1/editorial/articles/${bodiless.id}/publish`, undefined, { 'If-Match': '*' });
const { path: bodilessAddress } = await (await fetch(`${api}/v1/articles/${bodiless.id}`)).json();
assert.ok((await page(bodilessAddress)).includes('<h1>Ohne Text</h1>'), 'an article without a body has a page');
await write('POST', `/v1/editorial/articles/${bodiless.id}/unpublish`, undefined, { 'If-Match': '*' });

const category = `/v1/editorial/categories/${article.category.slug}`;
const eTag = (await write('GET', category)).headers.get('ETag');
await write('PATCH', category, { name: `${article.category.name} neu` }, { 'If-Match': eTag });
await until(async () => (await read(path)).category.name.endsWith(' neu'), 'a renamed category reaches an article');
await until(async () => (await page(address)).includes(`<p>${article.category.name} neu</p>`), 'a page shows the new name');

await write('POST', `/v1/editorial/articles/${article.id}/unpublish`, undefined, { 'If-Match': '*' });
await until(async () => await read(path) === undefined, 'an unpublished article is gone');
await until(async () => !(await page('/')).includes(address), 'an unpublished article leaves the home page');

await write('POST', `/v1/editorial/articles/${article.id}/publish`, undefined, { 'If-Match': '*' });
await until(async () => await read(path) !== undefined, 'a 404 is not kept');
await until(async () => (await page(address)).includes('<h1>'), 'a page does not keep a 404 either');
console.log('recipes: cache by tags, change log, Next.js');
process.exit(0);
