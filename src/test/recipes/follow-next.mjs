// follow-next.mjs: a small process beside Next.js that forwards the change log to app/api/changed
import { follow, now } from './follow-changes.mjs';

await follow(await now(), change => fetch(process.env.FRONT_END_URL + '/api/changed', {
  method: 'POST',
  headers: { Authorization: `Bearer ${process.env.REVALIDATE_KEY}` },
  body: JSON.stringify(change),
}));
