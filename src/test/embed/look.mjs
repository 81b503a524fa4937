// What the element shows, and to whom.
import assert from 'node:assert/strict';
import { accessible, open, settled, shown } from './harness.mjs';
import { HASHED, INTEGRITY, SCRIPT, STRICT, api, browser, feed, folder, lists, pages } from './place.mjs';

export const look = {
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
};
