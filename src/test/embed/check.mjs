// node check.mjs ADDRESS KEY FOLDER: tests the embed of the service at ADDRESS in Chromium, on pages of another origin. KEY is an
// admin's. The screenshots are written to FOLDER.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { CATEGORY, newsroom } from './newsroom.mjs';
import { accessible, hostPages, open, settled, shown } from './harness.mjs';

const [api, key, folder] = process.argv.slice(2);
const desk = newsroom(api, key);
const pages = await hostPages(api);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
const SCRIPT = `<script src="${api}/embed.js"></script>`;
const FALLBACK = '<ul><li><a href="https://www.example.org/">Alle Nachrichten</a></li></ul>';
const STRICT = {
  'Content-Security-Policy': `default-src 'none'; script-src ${api}; connect-src ${api}; img-src ${api}; require-trusted-types-for 'script'`,
};
const feed = (attributes = '', fallback = FALLBACK) => `<depesche-feed category="${CATEGORY}" ${attributes}>${fallback}</depesche-feed>`;
const lists = log => log.requests.filter(url => url.includes('/v1/articles'));
const builder = await (await fetch(api + '/docs/embed')).text();
const HASHED = /data-script="([^"]+)"/.exec(builder)[1];
const INTEGRITY = /data-integrity="([^"]+)"/.exec(builder)[1];

async function picture() {
  const page = await browser.newPage();
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1000;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#2b6777';
    pen.fillRect(0, 0, 1600, 1000);
    pen.fillStyle = '#f0b429';
    pen.fillRect(500, 250, 700, 600);
    const file = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.9));
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  await page.close();
  return Uint8Array.from(bytes);
}

const checks = {
  async 'a strict policy with Trusted Types is enough'() {
    const address = pages.put('/strict', feed('layout="cards" teaser height="900"'), { headers: STRICT, head: SCRIPT });
    const { page, log, close } = await open(browser, address);
    await settled(page);
    await page.waitForLoadState('networkidle');
    const { headlines, marks, credits, foot, fallback } = await shown(page);
    assert.equal(headlines[0], 'Rat beschließt den Haushalt mit einer Stimme Mehrheit');
    assert.equal(headlines.length, 5);
    assert.ok(!headlines.includes('Verwehrt'), 'rights');
    assert.deepEqual(marks, ['Anzeige · Stadtwerke Beispielstadt']);
    assert.equal(credits[0], 'Foto: Ada Beispiel/Agentur');
    assert.match(foot[0], /^Quelle: ./);
    assert.equal(fallback, false);
    assert.deepEqual(await page.evaluate(() => window.seen.violations), []);
    assert.deepEqual(log.errors, []);
    const pictures = await page.locator('depesche-feed img').evaluateAll(all => all.map(each => each.complete && each.naturalWidth > 0));
    assert.deepEqual(pictures, [true, true, true, true]);
    const hosts = new Set(log.requests.map(url => new URL(url).origin));
    assert.deepEqual([...hosts].sort(), [api, pages.origin].sort());
    assert.deepEqual(await page.context().cookies(), []);
    await page.screenshot({ path: folder + '/strict.png', fullPage: true });
    await close();
  },

  async 'the integrity that the builder prints is right'() {
    const tag = integrity => `<script src="${api}${HASHED}" integrity="${integrity}" crossorigin="anonymous"></script>`;
    const right = await open(browser, pages.put('/integrity', feed(), { headers: STRICT, head: tag(INTEGRITY) }));
    await settled(right.page);
    assert.equal((await shown(right.page)).headlines.length, 5);
    await right.close();
    const wrong = await open(browser, pages.put('/broken', feed(), { head: tag(INTEGRITY.replace(/.{4}$/, 'AAA=')) }));
    assert.equal(await wrong.page.locator('depesche-feed a').isVisible(), true);
    await wrong.close();
  },

  async 'the column decides about the layout, and nothing overflows'() {
    const column = (width, attributes) => `<div class="column" style="width:${width}px;margin:0 0 24px">${feed(attributes)}</div>`;
    const body = [240, 320, 480, 900].map(width => column(width, 'limit="3"') + column(width, 'limit="3" layout="cards" teaser')).join('')
      + `<div id="late" style="display:none;width:480px">${feed('limit="2" layout="cards"')}</div>`;
    const { page, log, close } = await open(browser, pages.put('/columns', body, { head: SCRIPT }));
    await settled(page);
    assert.equal(lists(log).length, 3, 'elements with the same feed share one request');
    await page.evaluate(() => { document.getElementById('late').style.display = 'block'; });
    const columns = await page.locator('depesche-feed').evaluateAll(all => all.map(each => {
      const root = each.shadowRoot.querySelector('.root');
      const list = each.shadowRoot.querySelector('ul');
      return {
        over: root.scrollWidth - root.clientWidth, width: root.clientWidth,
        tracks: getComputedStyle(list).gridTemplateColumns.split(' ').length,
        picture: each.shadowRoot.querySelector('.picture').getBoundingClientRect().width,
      };
    }));
    assert.deepEqual(columns.map(each => each.over), columns.map(() => 0));
    assert.deepEqual(columns.map(each => each.width), [240, 240, 320, 320, 480, 480, 900, 900, 480]);
    assert.deepEqual(columns.map(each => each.tracks), [1, 1, 1, 1, 1, 2, 1, 3, 2]);
    assert.ok(columns[0].picture < columns[2].picture && columns[2].picture < columns[6].picture, JSON.stringify(columns));
    await accessible(page, 'columns');
    await page.screenshot({ path: folder + '/columns.png', fullPage: true });
    await close();
  },

  async 'the styles of the page do not reach in'() {
    const boxes = async (name, css) => {
      const body = `<div id="column" style="width:480px">${feed('limit="4" teaser')}</div>`;
      const { page, close } = await open(browser, pages.put('/' + name, body, { head: `<style>${css}</style>` + SCRIPT }));
      await settled(page);
      await page.locator('depesche-feed').screenshot({ path: `${folder}/${name}.png` });
      const found = await page.locator('depesche-feed').evaluate(each => {
        const root = each.shadowRoot.querySelector('.root').getBoundingClientRect();
        return [...each.shadowRoot.querySelectorAll('[part]')].map(part => {
          const box = part.getBoundingClientRect();
          return [box.x - root.x, box.y - root.y, box.width, box.height];
        });
      });
      await close();
      return found;
    };
    const plain = await boxes('root-16', 'body{font-size:16px}');
    const hostile = {
      'root-8': 'html{font-size:8px}body{font-size:16px}', 'root-10': 'html{font-size:62.5%}body{font-size:16px}',
      'root-20': 'html{font-size:20px}body{font-size:16px}',
      unset: '*{all:unset}body{font-size:16px}style,head,script{display:none}#column,main,body,html{display:block}',
      hostile: 'body{font-size:16px;letter-spacing:.4em;text-transform:uppercase;line-height:3;text-align:right;word-spacing:1em;white-space:pre}'
        + '*{float:right!important;color:red;font-weight:900!important;border:5px solid lime!important;background:pink!important}'
        + 'ul,li,p,h3,a,img{display:none!important}depesche-feed{display:block!important;float:none!important;border:0!important;width:480px!important}',
    };
    for (const [name, css] of Object.entries(hostile)) {
      const found = await boxes(name, css);
      assert.equal(found.length, plain.length, name);
      found.forEach((box, index) => box.forEach((value, side) => assert.ok(Math.abs(value - plain[index][side]) <= 1,
        `${name}, part ${index}: ${box} and not ${plain[index]}`)));
    }
  },

  async 'the fallback stays while the API is slow, and nothing moves'() {
    const prepare = page => page.route('**/v1/articles?**', async route => { await pause(2000); await route.continue(); });
    const wide = await open(browser, pages.put('/wide', `<div style="width:480px">${feed('limit="3"')}</div>`, { head: SCRIPT }));
    await settled(wide.page);
    const height = await wide.page.locator('depesche-feed').evaluate(each => Math.ceil(each.getBoundingClientRect().height));
    await wide.close();
    for (const fallback of [FALLBACK, '']) {
      const body = `<div style="width:480px">${feed(`limit="3" height="${height}"`, fallback)}</div>`
        + '<div style="height:800px;background:#ddd">Ein langer Text</div>';
      const { page, close } = await open(browser, pages.put('/slow', body, { headers: {}, head: SCRIPT }), { prepare });
      await pause(500);
      assert.equal((await shown(page)).fallback, fallback !== '');
      assert.equal(await page.locator('depesche-feed').evaluate(each => Boolean(each.shadowRoot.querySelector('.blank')?.checkVisibility())), fallback === '');
      await page.screenshot({ path: `${folder}/slow${fallback ? '' : '-without-fallback'}.png` });
      await settled(page);
      await page.waitForFunction(() => document.querySelector('depesche-feed').shadowRoot.querySelector('.headline'));
      await pause(300);
      const shift = await page.evaluate(() => window.seen.shift);
      assert.ok(shift <= 0.02, `layout shift ${shift}`);
      await close();
    }
  },

  async 'the fallback stays when the API fails, is absent or too slow'() {
    const answers = {
      failing: route => route.fulfill({ status: 500, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{}' }),
      strange: route => route.fulfill({ status: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '[]' }),
      absent: route => route.abort('connectionrefused'),
      late: async route => { await pause(4000); await route.abort().catch(() => {}); },
    };
    for (const [name, answer] of Object.entries(answers)) {
      const { page, close } = await open(browser, pages.put('/' + name, feed('timeout="1"'), { head: SCRIPT }), {
        prepare: each => each.route('**/v1/articles?**', answer),
      });
      await settled(page);
      const { messages, fallback, headlines } = await shown(page);
      assert.deepEqual(messages, ['Die Nachrichten können gerade nicht geladen werden.'], name);
      assert.equal(fallback, true, name);
      assert.deepEqual(headlines, []);
      await accessible(page, name);
      if (name === 'failing') await page.screenshot({ path: folder + '/failing.png' });
      await close();
    }
    const blocked = await open(browser, pages.put('/blocked', feed(), { head: SCRIPT }), { prepare: page => page.route('**/embed.js', route => route.abort()) });
    assert.equal(await blocked.page.locator('depesche-feed a').isVisible(), true);
    await blocked.close();
  },

  async 'what an answer says cannot run'() {
    const items = [{
      headline: '<img src=x onerror=alert(1)>', url: 'javascript:alert(1)', publishedAt: 'never', image: { src: 'data:,x', srcset: 'javascript:x 1w' },
    }, { headline: null, url: 7, advertising: {}, attribution: { name: '<b>', url: 'ftp://x' } }];
    const answer = route => route.fulfill({ status: 200, headers: { 'Access-Control-Allow-Origin': '*' }, contentType: 'application/json', body: JSON.stringify({ items }) });
    const { page, close } = await open(browser, pages.put('/nasty', feed(), { head: SCRIPT }), { prepare: each => each.route('**/v1/articles?**', answer) });
    await settled(page);
    assert.equal((await shown(page)).headlines[0], '<img src=x onerror=alert(1)>');
    assert.deepEqual(await page.locator('depesche-feed').evaluate(each => [...each.shadowRoot.querySelectorAll('a')].map(link => link.href)), []);
    assert.deepEqual((await shown(page)).marks, ['Anzeige']);
    await close();
  },

  async 'a script that is there three times does no harm'() {
    const head = SCRIPT + `<script src="${api}${HASHED}"></script>`;
    const { page, log, close } = await open(browser, pages.put('/thrice', feed() + feed(), { head }));
    await page.addScriptTag({ url: api + '/embed.js?_=3' });
    await settled(page);
    assert.equal(lists(log).length, 1);
    assert.deepEqual(log.errors, []);
    await close();
  },

  async 'moves fetch nothing, and what is removed ends'() {
    const { page, log, close } = await open(browser, pages.put('/moves', feed('refresh="1"') + '<div id="other"></div>', { head: SCRIPT }));
    await settled(page);
    await page.evaluate(() => {
      const moved = document.querySelector('depesche-feed');
      for (let i = 0; i < 100; i++) (i % 2 ? document.querySelector('main') : document.getElementById('other')).append(moved);
    });
    await pause(300);
    assert.equal(lists(log).length, 1, 'moves');
    await page.evaluate(() => {
      const changed = document.querySelector('depesche-feed');
      for (const limit of [1, 2, 3]) changed.setAttribute('limit', limit);
      changed.setAttribute('layout', 'cards');
    });
    await page.waitForFunction(() => document.querySelector('depesche-feed').shadowRoot.querySelectorAll('.headline').length === 3);
    assert.equal(lists(log).length, 2, 'attributes');
    await page.evaluate(() => document.querySelector('depesche-feed').remove());
    await pause(300);
    assert.equal(await page.evaluate(() => window.seen.timers.size), 0, 'timers');
    await close();
    const loading = await open(browser, pages.put('/loading', feed() + '<div id="other"></div>', { head: SCRIPT }), {
      prepare: each => each.route('**/v1/articles?**', async route => { await pause(600); await route.continue(); }),
    });
    await loading.page.evaluate(() => document.getElementById('other').append(document.querySelector('depesche-feed')));
    await settled(loading.page);
    assert.equal(lists(loading.log).length, 1, 'a move while the news load');
    assert.equal((await shown(loading.page)).headlines.length, 5);
    await loading.close();
    const aborted = [];
    const slow = await open(browser, pages.put('/removed', feed(), { head: SCRIPT }), {
      prepare: each => {
        each.on('requestfailed', request => aborted.push(request.url()));
        return each.route('**/v1/articles?**', () => {});
      },
    });
    await slow.page.evaluate(() => document.querySelector('depesche-feed').remove());
    await pause(400);
    assert.equal(aborted.length, 1, 'the request of a removed element is aborted');
    assert.equal(await slow.page.evaluate(() => window.seen.timers.size), 0);
    await slow.close();
  },

  async 'a refresh reads again, and a failed one keeps the news'() {
    const { page, log, close } = await open(browser, pages.put('/refresh', feed('refresh="1"'), { head: SCRIPT }), { prepare: each => each.clock.install() });
    await settled(page);
    await page.route('**/v1/articles?**', route => route.abort());
    await page.clock.fastForward(61000);
    await pause(300);
    assert.equal(lists(log).length, 2);
    assert.equal((await shown(page)).headlines.length, 5);
    await close();
  },

  async 'keyboards and screen readers get along'() {
    for (const [name, attributes, options] of [
      ['light', 'theme="light" teaser', {}], ['dark', 'theme="dark" layout="cards"', {}],
      ['auto', 'theme="auto" layout="cards" teaser', { colorScheme: 'dark', reducedMotion: 'reduce' }],
      ['forced', 'theme="light"', { forcedColors: 'active' }],
    ]) {
      const { page, close } = await open(browser, pages.put('/' + name, feed(attributes), { head: SCRIPT }), { options });
      await settled(page);
      await accessible(page, name);
      await page.screenshot({ path: `${folder}/${name}.png` });
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const link = document.activeElement.shadowRoot.activeElement;
        return { text: link.textContent, outline: getComputedStyle(link).outlineStyle };
      });
      assert.deepEqual(focused, { text: 'Rat beschließt den Haushalt mit einer Stimme Mehrheit', outline: 'solid' });
      await close();
    }
    const { page, close } = await open(browser, pages.put('/english', feed('limit="4" heading-level="4" target="_blank"'), { head: SCRIPT, lang: 'en' }));
    await settled(page);
    const tree = await page.locator('depesche-feed').ariaSnapshot();
    assert.match(tree, /list "News"/);
    assert.match(tree, /heading "Wärme aus dem Fluss" \[level=4\]/);
    assert.match(tree, /Anzeige · Stadtwerke Beispielstadt/);
    assert.match(tree, /Photo: Ada Beispiel/);
    assert.match(tree, /img "Zwei farbige Felder"/);
    const links = await page.locator('depesche-feed').evaluate(each => [...each.shadowRoot.querySelectorAll('.headline a')].map(link => link.rel + ' ' + link.target));
    assert.deepEqual(links, ['noopener _blank', 'sponsored noopener _blank', 'noopener _blank', 'noopener _blank']);
    assert.deepEqual(await page.locator('depesche-feed').evaluate(each => [...each.shadowRoot.querySelectorAll('li')].map(item => item.lang)), ['de', 'de', 'de', 'en']);
    await close();
  },

  async 'with a proxy no request leaves the host of the page'() {
    const body = `<depesche-feed api="/proxy" category="${CATEGORY}"></depesche-feed>`;
    const { page, log, close } = await open(browser, pages.put('/proxied', body, { head: '<script src="/self-hosted.js"></script>' }));
    await settled(page);
    await page.waitForLoadState('networkidle');
    assert.equal((await shown(page)).headlines.length, 5);
    assert.ok(log.requests.some(url => url.includes('/proxy/media/')));
    assert.deepEqual([...new Set(log.requests.map(url => new URL(url).origin))], [pages.origin]);
    await close();
  },

  async 'a frame shows the same, and gets the height of its content'() {
    const source = `${api}/embed/feed?category=${CATEGORY}&limit=3`;
    const frame = `<iframe src="${source}" title="Einbettung" width="480" height="222" frameborder="0"></iframe>`;
    const both = frame + frame.replace('limit=3', 'limit=1').replace('Einbettung"', 'Das Neueste"');
    const { page, log, close } = await open(browser, pages.put('/frame', both, { head: SCRIPT }));
    const heights = () => page.evaluate(() => [...document.querySelectorAll('iframe')].map(each => Number(each.height)));
    await page.waitForFunction(() => [...document.querySelectorAll('iframe')].every(each => each.height !== '222'));
    await pause(500);
    const inner = page.frames()[1];
    const content = await Promise.all(page.frames().slice(1).map(each => each.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))));
    assert.ok(content[0] > content[1], 'each frame has its own height');
    assert.deepEqual(await heights(), content);
    await page.evaluate(() => window.postMessage({ depescheHeight: 9999 }, '*'));
    await pause(200);
    assert.deepEqual(await heights(), content, 'a message of another window');
    assert.equal(await inner.evaluate(() => document.querySelector('depesche-feed').shadowRoot.querySelectorAll('.headline').length), 3);
    assert.deepEqual(await inner.evaluate(() => window.seen.violations), []);
    assert.deepEqual(log.errors, []);
    await accessible(page, 'frame');
    await page.screenshot({ path: folder + '/frame.png' });
    await close();
    const empty = await open(browser, pages.put('/empty', frame.replace('&limit=3', '&from=2100-01-01')));
    await empty.page.frameLocator('iframe').locator('depesche-feed .message').waitFor();
    await empty.close();
    const sandboxed = frame.replace('<iframe', '<iframe sandbox="allow-scripts"');
    const boxed = await open(browser, pages.put('/sandbox', sandboxed));
    await boxed.page.waitForTimeout(1000);
    assert.equal(await boxed.page.frames()[1].locator('depesche-feed .headline').count(), 3, 'in a sandbox');
    assert.equal(await boxed.page.evaluate(() => document.querySelector('iframe').height), '222');
    await boxed.close();
    const scriptless = await open(browser, pages.put('/scriptless', frame), { options: { javaScriptEnabled: false } });
    assert.equal(await scriptless.page.frameLocator('iframe').locator('li a').count(), 3);
    await scriptless.page.screenshot({ path: folder + '/scriptless.png' });
    await scriptless.close();
  },

  async 'a pasted link becomes a quote with a frame'() {
    const { items: [newest] } = await desk.read(`/v1/articles?category=${CATEGORY}&limit=1&usage=syndication`);
    for (const width of [300, 480, 600]) {
      const embed = await desk.read(`/oembed?maxwidth=${width}&dnt=1&url=` + encodeURIComponent(newest.url));
      assert.equal(embed.title, newest.headline);
      assert.ok(embed.thumbnail_width === undefined || embed.thumbnail_width <= width, JSON.stringify(embed));
      const { page, close } = await open(browser, pages.put('/pasted', embed.html));
      await page.frameLocator('iframe').locator('depesche-feed img').waitFor();
      await page.waitForFunction(() => document.querySelector('iframe').width > 0);
      const card = await page.frames()[1].evaluate(() => ({
        height: document.body.getBoundingClientRect().height,
        picture: document.querySelector('depesche-feed').shadowRoot.querySelector('.picture').getBoundingClientRect().width,
      }));
      assert.ok(card.height <= embed.height && embed.height - card.height < 200, `the card is ${card.height} high, its frame ${embed.height}`);
      assert.ok(card.picture > width - 60, `the picture is ${card.picture} wide, the frame ${width}`);
      await page.screenshot({ path: `${folder}/pasted-${width}.png` });
      await close();
      if (width < 320) continue;
      const file = await fetch(embed.thumbnail_url);
      assert.equal(file.status, 200);
    }
  },

  async 'a partner makes the snippet'() {
    const { page, log, close } = await open(browser, api + '/docs/embed');
    await page.locator('#category option', { hasText: 'Einbettung' }).waitFor({ state: 'attached' });
    await page.selectOption('#category', CATEGORY);
    await page.selectOption('#layout', 'cards');
    await page.waitForFunction(() => document.getElementById('snippet').textContent.includes('category="einbettung"'));
    await page.waitForLoadState('networkidle');
    const snippet = await page.locator('#snippet').textContent();
    assert.match(snippet, /integrity="sha384-/);
    assert.deepEqual(await page.evaluate(() => window.seen.violations), []);
    assert.deepEqual(log.errors, []);
    await accessible(page, 'builder');
    await page.waitForFunction(() => [...document.querySelector('depesche-feed').shadowRoot.querySelectorAll('img')].every(each => each.naturalWidth));
    await page.screenshot({ path: folder + '/builder.png', fullPage: true });
    await page.selectOption('#form', 'frame');
    await page.waitForFunction(() => /^<iframe.*advertising|^<iframe/.test(document.getElementById('snippet').textContent)
      && document.querySelector('#preview iframe').height !== '600');
    const framed = await page.locator('#snippet').textContent();
    assert.deepEqual(await page.evaluate(() => window.seen.violations), []);
    await close();
    for (const [name, html] of [['pasted-element', snippet], ['pasted-frame', framed]]) {
      const pasted = await open(browser, pages.put('/' + name, html));
      const place = name === 'pasted-frame' ? pasted.page.frameLocator('iframe') : pasted.page;
      await place.locator('depesche-feed .headline').first().waitFor();
      assert.equal(await place.locator('depesche-feed .headline').count(), 5, name);
      await pasted.close();
    }
  },
};

const only = process.env.ONLY;
const began = Date.now();
const { url } = await desk.changeSite({ url: pages.origin });
try {
  await desk.fill(await picture());
  const waiting = Object.entries(checks).filter(([name]) => !only || name.includes(only));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, check] = next;
      const start = Date.now();
      await check();
      console.log(`embed: ${name} (${Date.now() - start} ms)`);
    }
  };
  await Promise.all([work(), work(), work()]); // most of them wait most of the time
} finally {
  await desk.changeSite({ url: url ?? null });
  await browser.close();
  pages.close();
}
console.log(`embed: all is as it should be (${Math.round((Date.now() - began) / 1000)} s)`);
