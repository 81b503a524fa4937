// app/api/changed/route.js: takes one change of the log and expires the cache entries that it touches
import { revalidateTag } from 'next/cache';

export async function POST(request) {
  if (request.headers.get('Authorization') !== `Bearer ${process.env.REVALIDATE_KEY}`) {
    return new Response(null, { status: 401 });
  }
  const { sequence, cacheTags = ['depesche'] } = await request.json();
  globalThis.followed = sequence;
  cacheTags.forEach(tag => revalidateTag(tag, { expire: 0 }));
  return new Response(null, { status: 204 });
}
