// Fills a category with articles that an embed has to cope with.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

export const CATEGORY = 'einbettung';

export function newsroom(api, key) {
  async function write(method, path, body, headers = {}) {
    const isForm = body instanceof FormData;
    const response = await fetch(api + path, {
      method, body: isForm ? body : body && JSON.stringify(body),
      headers: { Authorization: `Bearer ${key}`, ...(isForm ? {} : { 'Content-Type': 'application/json' }), ...headers },
    });
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
    return response;
  }

  async function read(path) {
    return (await fetch(api + path)).json();
  }

  async function changeSite(members) {
    const path = '/v1/editorial/sites/default';
    const now = await fetch(api + path, { headers: { Authorization: `Bearer ${key}` } });
    await write('PATCH', path, members, { 'If-Match': now.headers.get('etag') });
    return now.json();
  }

  async function upload(file, members) {
    const form = new FormData();
    form.append('file', new Blob([file], { type: 'image/jpeg' }), 'picture.jpg');
    form.append('metadata', new Blob([JSON.stringify(members)], { type: 'application/json' }));
    return (await (await write('POST', '/v1/editorial/images', form)).json()).id;
  }

  async function publish(members) {
    const draft = await write('POST', '/v1/editorial/articles', { category: CATEGORY, ...members });
    const { slug } = await draft.json();
    await write('POST', `/v1/editorial/articles/${slug}/publish`, {}, { 'If-Match': draft.headers.get('etag') });
    return slug;
  }

  async function fill(picture) {
    await write('POST', '/v1/editorial/categories', { slug: CATEGORY, name: 'Einbettung' });
    const image = await upload(picture, { alt: 'Zwei farbige Felder', credit: 'Ada Beispiel/Agentur' });
    const lead = { id: image };
    await publish({ headline: 'Verwehrt', rights: { syndication: 'none' } });
    await publish({ headline: 'Ohne Bild bleibt die Zeile über die ganze Breite', teaser: 'Kurz und gut.' });
    await publish({ headline: 'An English headline stays English', language: 'en', image: lead, teaser: 'In short.' });
    await publish({
      headline: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft wählt & <feiert>',
      kicker: 'Vereine', image: lead, teaser: 'Ein sehr langes Wort in einer schmalen Spalte.',
    });
    await publish({
      headline: 'Wärme aus dem Fluss', image: lead,
      advertising: { label: 'Anzeige', sponsor: { name: 'Stadtwerke Beispielstadt' } },
    });
    const newest = await publish({
      headline: 'Rat beschließt den Haushalt mit einer Stimme Mehrheit', kicker: 'Haushalt', image: lead,
      teaser: 'Nach acht Stunden Debatte stand das Ergebnis fest.',
    });
    for (let tries = 0; tries < 300; tries++) {
      const { items } = await read(`/v1/articles?category=${CATEGORY}&limit=1&usage=syndication`);
      if (items[0] && items[0].image && items[0].image.srcset) return newest;
      await pause(100);
    }
    return assert.fail('the renditions were not made');
  }

  return { fill, changeSite, read };
}
