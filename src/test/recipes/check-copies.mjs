// node check-copies.mjs KEY: runs sync.mjs and copy.mjs, the recipes for copies, against the service at CONTENT_API_URL
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { keepCopy } from './copy.mjs';
import { sync } from './sync.mjs';

const api = process.env.CONTENT_API_URL;
const [key] = process.argv.slice(2);
const { fetch } = globalThis;
let reads = [];
globalThis.fetch = (address, options) => {
  if (new Error().stack.includes('sync.mjs')) {
    reads.push(String(address));
  }
  return fetch(address, options).then(response => fewAtOnce(new URL(address), response));
};

// As of a service that reads few entries at once: a page of hidden entries alone has no items, and leads on.
let isFew = false;
async function fewAtOnce(address, response) {
  if (!isFew || address.pathname !== '/v1/changes' || !response.ok) {
    return response;
  }
  const { items, page } = await response.clone().json();
  const hidden = items[0]?.sequence - 1;
  if (!(hidden > Number(address.searchParams.get('since')))) {
    return response;
  }
  const next = new URL(page.next);
  next.searchParams.set('since', hidden);
  return Response.json({ items: [], page: { ...page, next } });
}

async function write(method, path, body) {
  const present = ['PATCH', 'DELETE'].includes(method) ? await write('GET', path) : undefined;
  const response = await fetch(`${api}/v1/editorial/${path}`, {
    method, body: body && JSON.stringify(body),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'If-Match': present?.headers.get('ETag') ?? '*' },
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
  return response;
}

const own = new Set(); // the ids of what is made here
const made = async (path, body) => {
  const view = await (await write('POST', path, body)).json();
  own.add(view.id);
  return view;
};
const name = `Kopie ${randomUUID()}`;

const category = await made('categories', { name });
const other = await made('categories', { name: `${name} andere` });
const image = await made('images', { src: `https://www.example.org/${randomUUID()}.jpg`, width: 1200, height: 800, alt: name });
const article = await made('articles', {
  headline: name, category: category.slug,
  body: [{ type: 'paragraph', html: 'Text' }, { type: 'image', image: { id: image.id } }],
});
await write('POST', `articles/${article.id}/publish`);

const phone = { articles: new Map() };

class MemoryStore {
  articles = new Map();

  constructor(at) { this.at = at; }
  position() { return this.at; }
  savePosition(sequence) { this.at = sequence; }
  put(one, tags) { this.articles.set(one.id, { article: one, tags }); }
  remove(id) { this.articles.delete(id); }
  clear() { this.articles.clear(); }
  idsWith(tags) { return [...this.articles].filter(([, { tags: own }]) => tags.some(tag => own.includes(tag))).map(([id]) => id); }
}

const copy = new MemoryStore();
const lost = new MemoryStore(999999999999); // of a database that is no more
lost.put({ id: randomUUID() }, []);
void keepCopy(copy);
void keepCopy(lost);

const read = async id => (await fetch(`${api}/v1/articles/${id}`)).json();
const sequence = async () => Number((await fetch(`${api}/v1/articles?limit=1`)).headers.get('Depesche-Sequence'));

// What others do at the service meanwhile: an entry may cost an article and a page of the log, one that is not shown a page.
async function costOfOthers(since, end, ownHidden) {
  const items = end > since ? (await (await fetch(`${api}/v1/changes?limit=100&since=${since}`)).json()).items : [];
  const seen = items.filter(({ sequence }) => sequence <= end);
  const foreign = seen.filter(({ id, type }) => !own.has(id) && type !== 'site.updated').length;
  return 2 * foreign + Math.max(0, end - since - seen.length - ownHidden);
}

// Both copies follow, and both show the article as the service does, or not at all.
async function assertFollowed(what, { isGone = false, maxReads, ownHidden = 0 }) {
  reads = [];
  const since = Number(phone.sequence ?? Infinity);
  await sync(phone);
  const most = maxReads + await costOfOthers(since, Number(phone.sequence), ownHidden);
  assert.ok(reads.length <= most, `${what}: ${reads.length} requests\n${reads.join('\n')}`);
  const end = await sequence();
  for (let tries = 0; !(copy.at >= end && lost.at >= end && lost.at < 999999999999); tries++) {
    assert.ok(tries < 300, `${what}: the copies are at ${copy.at} and ${lost.at}, not at ${end}`);
    await pause(100);
  }
  assert.equal(phone.articles.has(article.id), !isGone, what);
  assert.equal(copy.articles.has(article.id), !isGone, what);
  if (!isGone) {
    const source = await read(article.id);
    assert.deepEqual(phone.articles.get(article.id).article, source, what);
    assert.deepEqual(copy.articles.get(article.id).article, source, what);
  }
}

await assertFollowed('the start', { maxReads: 120 });
await assertFollowed('nothing', { maxReads: 2 });
await write('PATCH', `categories/${other.slug}`, { name: `${name} sonst` });
await assertFollowed('a category that no article has', { maxReads: 2 });
await write('PATCH', `categories/${category.slug}`, { name: `${name} neu` });
await assertFollowed('the name of a category', { maxReads: 4 });
await write('PATCH', `images/${image.id}`, { alt: 'neu' });
await assertFollowed('an image in the body', { maxReads: 4 });
const { url } = await (await write('GET', 'sites/default')).json();
await write('PATCH', 'sites/default', { url: 'https://umgezogen.example.org' });
try {
  await assertFollowed('the address of the site', { maxReads: 120 });
} finally {
  await write('PATCH', 'sites/default', { url: url ?? null });
}
await assertFollowed('the former address of the site', { maxReads: 120 });
await made('articles', { headline: name, category: other.slug, authors: [name] });
await assertFollowed('a draft of another article', { maxReads: 2 });
await write('POST', `articles/${article.id}/unpublish`);
await assertFollowed('an unpublished article', { isGone: true, maxReads: 4 });
await write('POST', `articles/${article.id}/publish`);
await assertFollowed('a republished article', { maxReads: 4 });

isFew = true;
const unused = await made('images', { src: `https://www.example.org/${randomUUID()}.jpg`, alt: name });
for (let number = 0; number < 5; number++) {
  await write('PATCH', `images/${unused.id}`, { alt: `${name} ${number}` });
}
await write('POST', `articles/${article.id}/unpublish`);
await assertFollowed('what comes after hidden entries', { isGone: true, maxReads: 5, ownHidden: 6 });
isFew = false;
await write('POST', `articles/${article.id}/publish`);
await assertFollowed('a republished article', { maxReads: 4 });

phone.sequence = 999999999999;
phone.articles.get(article.id).article = {};
await assertFollowed('a position that the log does not have', { maxReads: 120 });

const lines = (await (await fetch(`${api}/v1/export?view=full&include=cacheTags`)).text()).split('\n').filter(Boolean);
for (const { articles } of [copy, lost]) {
  assert.equal(articles.size, lines.length);
  for (const line of lines) {
    const { cacheTags, ...one } = JSON.parse(line);
    assert.deepEqual(articles.get(one.id).article, one);
    assert.deepEqual([...articles.get(one.id).tags].sort(), [...cacheTags].sort());
  }
}
console.log('recipes: offline copy, exact copy');
process.exit(0);
