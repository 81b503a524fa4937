// lib/news.js: what a response was made of becomes the tags of its cache entry
import { cacheLife, cacheTag } from 'next/cache';

const api = process.env.CONTENT_API_URL ?? 'http://localhost:8080';
const maxTags = 128; // of a cache entry; Next.js drops the others

export async function read(path) {
  'use cache';
  // at least as new as the last change that app/api/changed has seen, whichever node answers
  const response = await fetch(api + path, { headers: { 'Depesche-Min-Sequence': String(globalThis.followed ?? 0) } });
  const isAbsent = response.status === 404 || response.status === 410;
  if (!response.ok && !isAbsent) {
    throw new Error(`${path}: ${response.status}`); // is not kept
  }
  const tags = ['depesche', ...(response.headers.get('Surrogate-Key') ?? '').split(' ').filter(Boolean)];
  cacheTag(...tags.slice(0, maxTags));
  cacheLife(isAbsent || tags.length > maxTags ? 'seconds' : 'max'); // what is absent has no tags
  return isAbsent ? undefined : response.json();
}
