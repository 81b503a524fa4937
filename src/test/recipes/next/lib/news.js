// lib/news.js: what a response was made of becomes the tags of its cache entry
import { cacheLife, cacheTag } from 'next/cache';

const api = process.env.CONTENT_API_URL ?? 'http://localhost:8080';

export async function read(path) {
  'use cache';
  cacheLife('max');
  const response = await fetch(api + path);
  cacheTag('depesche', ...(response.headers.get('Surrogate-Key') ?? '').split(' ').filter(Boolean));
  return response.ok ? response.json() : undefined;
}
