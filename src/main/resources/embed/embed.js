/*! Depesche: the element <depesche-feed>. See /docs/embedding on the server of this file. Apache-2.0 */
(() => {
  'use strict';

  const NAME = 'depesche-feed';
  // A second copy does nothing, also one of another version. Browsers that lack style sheets for shadow roots keep the fallback.
  if (customElements.get(NAME) || !('adoptedStyleSheets' in document)) return;

  const script = document.currentScript;
  const home = script && script.src ? new URL(script.src.replace(/[?#].*/, '').replace(/(embed\/)?[^/]*$/, '')).href : '';

  // Attributes that are sent as filters. In one attribute, commas mean any of, and spaces all of.
  const FILTERS = ['site', 'category', 'tag', 'author', 'type', 'language', 'from', 'before', 'exclude', 'excludeCollection',
    'advertising', 'hasImage', 'translations'];
  // What three of them were called before: pages that were made then keep their filters.
  const FORMER = { advertising: 'paid', excludeCollection: 'exclude-collection', hasImage: 'has-image' };
  const LOOK = ['layout', 'theme', 'images', 'teaser', 'heading-level', 'height', 'target', 'lang'];
  const LIMITS = { limit: [1, 100, 5], timeout: [1, 60, 8], refresh: [1, 1440, 0], height: [1, 10000, 0], 'heading-level': [2, 6, 3] };
  const MOVE = 100;

  const TEXTS = {
    de: {
      list: 'Nachrichten', paid: 'Anzeige', photo: 'Foto: ', source: 'Quelle: ',
      failed: 'Die Nachrichten können gerade nicht geladen werden.', empty: 'Zurzeit gibt es hier keine Nachrichten.',
    },
    en: {
      list: 'News', paid: 'Advertisement', photo: 'Photo: ', source: 'Source: ',
      failed: 'The news cannot be loaded at the moment.', empty: 'There is no news here at the moment.',
    },
  };

  // Sizes are in em: rem would depend on the root of a page that we do not know. The wrapper resets what it inherits,
  // because rules of the page win over those of :host.
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { display: block; }
    :host([hidden]), [hidden] { display: none !important; }
    .box { display: block; }
    .root {
      all: initial; display: block; box-sizing: border-box; container-type: inline-size;
      visibility: inherit; direction: inherit; color-scheme: inherit;
      font-family: var(--depesche-font-family, inherit); font-size: var(--depesche-font-size, inherit);
      color: var(--depesche-color, inherit); line-height: 1.4; overflow-wrap: break-word; hyphens: auto;
      --muted: var(--depesche-muted-color, inherit); --line: var(--depesche-line-color, #8886);
    }
    .light, .dark, .auto {
      padding: 1em; border-radius: var(--depesche-radius, .25em);
      background: var(--depesche-background, #fff); color: var(--depesche-color, #1c2226);
      --muted: var(--depesche-muted-color, #4f5a63); --line: var(--depesche-line-color, #d9d9d4);
      color-scheme: light;
    }
    .dark {
      background: var(--depesche-background, #14191c); color: var(--depesche-color, #e8e6e1);
      --muted: var(--depesche-muted-color, #b3bcc2); --line: var(--depesche-line-color, #3a454c);
      color-scheme: dark;
    }
    @media (prefers-color-scheme: dark) {
      .auto {
        background: var(--depesche-background, #14191c); color: var(--depesche-color, #e8e6e1);
        --muted: var(--depesche-muted-color, #b3bcc2); --line: var(--depesche-line-color, #3a454c);
        color-scheme: dark;
      }
    }
    ul, li, p, h2, h3, h4, h5, h6 { margin: 0; padding: 0; font: inherit; }
    ul { display: grid; gap: var(--depesche-gap, 1em); list-style: none; }
    li { position: relative; display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: .5em .9em; }
    .list li + li { padding-top: var(--depesche-gap, 1em); border-top: 1px solid var(--line); }
    .list li.with { grid-template-columns: 4.5em minmax(0, 1fr); }
    .list .picture { grid-row: 1; grid-column: 1; align-self: start; }
    .cards { grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr)); gap: var(--depesche-gap, 1.5em 1.25em); }
    .cards .picture { grid-row: 1; }
    @container (min-width: 20em) { .list li.with { grid-template-columns: 7em minmax(0, 1fr); } }
    @container (min-width: 40em) { .list li.with { grid-template-columns: 11em minmax(0, 1fr); } }
    .picture { aspect-ratio: 16 / 9; overflow: hidden; border-radius: var(--depesche-radius, .25em); background: #8883; }
    img { display: block; width: 100%; height: 100%; object-fit: cover; }
    .kicker { font-size: .85em; color: var(--muted); }
    .headline { font-size: 1.05em; font-weight: 650; line-height: 1.3; text-wrap: balance; }
    a { color: inherit; text-decoration: none; cursor: pointer; }
    a:hover { text-decoration: underline; text-underline-offset: .15em; }
    .headline a::after { content: ""; position: absolute; inset: 0; }
    a:focus-visible { outline: 2px solid; outline-offset: 2px; border-radius: .1em; }
    .teaser { margin-top: .3em; }
    .meta { margin-top: .3em; font-size: .85em; color: var(--muted); }
    .mark { width: fit-content; margin-bottom: .2em; padding: 0 .4em; border: 1px solid; border-radius: .2em; font-size: .8em; font-weight: 650; }
    .foot { margin-top: .9em; font-size: .85em; color: var(--muted); }
    .foot a { text-decoration: underline; text-underline-offset: .15em; }
    .blank .picture, .blank b { background: #8883; }
    .blank b { display: block; height: 1em; margin-block: .2em; border-radius: .2em; }
    .blank b:last-child { width: 60%; }
    @media (prefers-reduced-motion: no-preference) {
      .blank { animation: pulse 1s ease-in-out infinite alternate; }
      @keyframes pulse { to { opacity: .5; } }
    }
    @media (forced-colors: active) { .picture { border: 1px solid; } .blank b { border: 1px solid; } }
  `);

  // Elements that show the same feed share one request. It ends when the last of them leaves the page.
  const requests = new Map();
  function share(url, seconds) {
    let shared = requests.get(url);
    if (!shared) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), seconds * 1000);
      const forget = () => {
        clearTimeout(timer);
        if (requests.get(url) === shared) requests.delete(url);
      };
      shared = { users: 0, forget, controller, answer: read(url, controller.signal).finally(() => forget()) };
      requests.set(url, shared);
    }
    shared.users++;
    return {
      answer: shared.answer,
      leave() {
        if (--shared.users === 0) {
          shared.forget();
          shared.controller.abort();
        }
      },
    };
  }

  async function read(url, signal) {
    const response = await fetch(url, {
      signal, credentials: 'omit', referrerPolicy: 'no-referrer', headers: { Accept: 'application/json' },
    });
    if (!response.ok) throw new Error(String(response.status));
    const answer = await response.json();
    if (!answer || !Array.isArray(answer.items)) throw new Error('not a list');
    return answer.items;
  }

  // Only addresses of the web become links.
  function web(url, base) {
    try {
      const address = new URL(url, base);
      return /^https?:$/.test(address.protocol) ? address.href : '';
    } catch {
      return '';
    }
  }

  // The publication's local time, wherever the reader is. Midnight stands for a date alone.
  function moment(time, language) {
    const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(time);
    if (!parts) return '';
    const format = { dateStyle: 'medium', timeZone: 'UTC' };
    if (parts[2] !== '00:00') format.timeStyle = 'short';
    const date = new Date(parts[1] + 'T' + parts[2] + 'Z');
    return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(language, format).format(date);
  }

  // The language of dates: that of the labels, with its region. Formats refuse a tag that is malformed.
  function dates(language, labels) {
    try {
      return /^(de|en)\b/i.test(language) ? Intl.getCanonicalLocales(language)[0] : labels;
    } catch {
      return labels;
    }
  }

  function make(name, part, text) {
    const made = document.createElement(name);
    if (part) {
      made.className = part;
      made.setAttribute('part', part);
    }
    if (text) made.textContent = text;
    return made;
  }

  class Feed extends HTMLElement {
    static observedAttributes = [...FILTERS.map(name => name.toLowerCase()), ...Object.values(FORMER), ...LOOK, 'ids', 'limit', 'api',
      'refresh', 'timeout'];

    #slot = document.createElement('slot');
    #root = make('div');
    #box = make('div');
    #observer;
    #active = false;
    #request;
    #url = '';
    #items;
    #itemsUrl = '';
    #shown = '';
    #failed = false;
    #leaving;
    #changing;
    #refreshing;

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [style];
      this.#box.className = 'box';
      this.#box.append(this.#slot, this.#root);
      shadow.append(this.#box);
      // The parser adds the fallback after it has connected the element.
      this.#slot.addEventListener('slotchange', () => this.#items || this.#show());
    }

    connectedCallback() {
      clearTimeout(this.#leaving);
      if (this.#active) return;
      this.#active = true;
      if (this.hasAttribute('in-frame')) this.#reportHeight();
      this.#update();
    }

    // A move disconnects the element and connects it again: only what stays away ends.
    disconnectedCallback() {
      clearTimeout(this.#leaving);
      this.#leaving = setTimeout(() => this.#stop(), MOVE);
    }

    attributeChangedCallback() {
      if (!this.#active) return;
      clearTimeout(this.#changing);
      this.#changing = setTimeout(() => this.#update(), MOVE / 2);
    }

    #stop() {
      this.#active = false;
      clearTimeout(this.#changing);
      clearTimeout(this.#refreshing);
      if (this.#request) this.#request.leave();
      this.#request = undefined;
      if (this.#observer) this.#observer.disconnect();
    }

    #number(name) {
      const [min, max, otherwise] = LIMITS[name];
      const given = Number.parseFloat(this.getAttribute(name));
      return Number.isFinite(given) ? Math.min(Math.max(Math.round(given), min), max) : otherwise;
    }

    // Where data come from: the origin of the script, or a proxy of the page.
    #api() {
      const given = this.getAttribute('api');
      const base = given ? web(given, document.baseURI) : home;
      return base && !base.endsWith('/') ? base + '/' : base;
    }

    #address() {
      const base = this.#api();
      if (!base) return '';
      const query = new URLSearchParams();
      for (const name of FILTERS) {
        const given = this.getAttribute(name) || (FORMER[name] && this.getAttribute(FORMER[name])) || '';
        for (const value of given.split(/\s+/)) {
          if (value) query.append(name, value);
        }
      }
      const ids = this.getAttribute('ids');
      if (ids) query.set('ids', ids);
      else query.set('limit', String(this.#number('limit')));
      query.set('usage', 'syndication');
      query.set('view', this.hasAttribute('teaser') ? 'summary' : 'card');
      return base + 'v1/articles?' + query;
    }

    #update() {
      const url = this.#address();
      if (url === this.#url && (this.#items || this.#request)) {
        this.#shown = '';
        this.#show();
        this.#plan();
      } else {
        this.#url = url;
        this.#load();
      }
    }

    async #load() {
      clearTimeout(this.#refreshing);
      if (this.#request) this.#request.leave();
      const request = this.#url ? share(this.#url, this.#number('timeout')) : undefined;
      this.#request = request;
      this.#failed = false;
      this.#show();
      try {
        if (!request) throw new Error('no address');
        const items = await request.answer;
        if (this.#request !== request) return;
        this.#items = items;
        this.#itemsUrl = this.#url;
      } catch {
        if (this.#request !== request) return;
        this.#failed = true;
        if (this.#itemsUrl !== this.#url) this.#items = undefined;
      }
      this.#request = undefined;
      this.#show();
      this.#plan();
      this.dispatchEvent(new Event(this.#failed ? 'depesche-error' : 'depesche-load', { bubbles: true }));
    }

    // A refresh waits while nobody looks, and while the reader is within the list.
    #plan() {
      clearTimeout(this.#refreshing);
      const minutes = this.#number('refresh');
      if (!minutes) return;
      this.#refreshing = setTimeout(() => {
        if (document.hidden || this.shadowRoot.activeElement) this.#plan();
        else this.#load();
      }, minutes * 60000);
    }

    #language() {
      const marked = this.closest('[lang]');
      return (marked && marked.lang) || document.documentElement.lang || navigator.language || 'en';
    }

    #show() {
      const language = this.#language();
      const german = /^de\b/i.test(language);
      const texts = german ? TEXTS.de : TEXTS.en;
      const items = this.#items;
      // A failure changes nothing while there are news: to build the list anew would take the focus out of it.
      const state = JSON.stringify([items || null, items ? false : this.#failed, this.#hasFallback(), language]);
      if (state === this.#shown) return;
      this.#shown = state;
      const theme = this.getAttribute('theme');
      this.#root.className = 'root' + (['light', 'dark', 'auto'].includes(theme) ? ' ' + theme : '');
      this.#root.setAttribute('part', 'root');
      const labels = german ? 'de' : 'en';
      this.#root.lang = labels;
      this.#box.style.minHeight = this.#number('height') ? this.#number('height') + 'px' : '';
      this.#box.setAttribute('aria-busy', String(!items && !this.#failed));
      this.#slot.hidden = Boolean(items && items.length);
      this.#root.hidden = !items && !this.#failed && this.#hasFallback();
      this.#root.replaceChildren(...this.#content(texts, dates(language, labels)));
    }

    #hasFallback() {
      return this.textContent.trim() !== '' || Boolean(this.querySelector('img, svg'));
    }

    #content(texts, language) {
      const items = this.#items;
      if (!items && !this.#failed) return [this.#skeleton()];
      if (!items || !items.length) {
        if (items && this.#hasFallback()) return [];
        const message = make('p', 'message', items ? texts.empty : texts.failed);
        message.setAttribute('role', 'status');
        return [message];
      }
      const list = this.#list();
      list.setAttribute('aria-label', texts.list);
      list.append(...items.map(item => this.#item(item, texts, language)));
      return [list, ...this.#sources(items, texts)];
    }

    #list() {
      const list = make('ul', this.getAttribute('layout') === 'cards' ? 'cards' : 'list');
      list.setAttribute('part', 'list');
      list.setAttribute('role', 'list');
      return list;
    }

    #withImages() {
      return this.getAttribute('images') !== 'none';
    }

    #skeleton() {
      const list = this.#list();
      list.setAttribute('aria-hidden', 'true');
      for (let i = 0; i < this.#number('limit'); i++) {
        const item = make('li');
        item.className = this.#withImages() ? 'blank with' : 'blank';
        const text = make('div');
        text.append(make('b'), make('b'), make('b'));
        item.append(text);
        if (this.#withImages()) item.append(make('div', 'picture'));
        list.append(item);
      }
      return list;
    }

    #item(item, texts, language) {
      const row = make('li', 'item');
      if (item.language) row.lang = item.language;
      const text = make('div', 'text');
      const add = (name, part, content) => {
        if (content) text.append(make(name, part, content));
      };
      const paid = item.advertising;
      if (paid) add('p', 'mark', [paid.label || texts.paid, paid.sponsor && paid.sponsor.name].filter(Boolean).join(' · '));
      add('p', 'kicker', item.kicker);
      text.append(this.#headline(item));
      if (this.hasAttribute('teaser')) add('p', 'teaser', item.teaser);
      const picture = this.#withImages() && this.#picture(item.image);
      text.append(this.#meta(item, picture, texts, language));
      row.append(text);
      if (picture) {
        row.classList.add('with');
        row.append(picture);
      }
      return row;
    }

    #headline(item) {
      const headline = make('h' + this.#number('heading-level'), 'headline');
      const url = web(item.url);
      if (!url) {
        headline.textContent = item.headline || '';
        return headline;
      }
      const link = this.#link(url, item.headline || url, item.advertising ? 'sponsored noopener' : 'noopener');
      link.setAttribute('part', 'link');
      headline.append(link);
      return headline;
    }

    #link(url, text, rel) {
      const link = make('a', '', text);
      link.href = url;
      link.rel = rel;
      if (this.getAttribute('target')) link.target = this.getAttribute('target');
      return link;
    }

    #meta(item, picture, texts, language) {
      const meta = make('p', 'meta');
      const when = moment(item.publishedAt, language);
      if (when) {
        const time = make('time', 'time', when);
        time.dateTime = item.publishedAt;
        meta.append(time);
      }
      if (picture && item.image.credit) {
        if (when) meta.append(' · ');
        meta.append(make('span', 'credit', texts.photo + item.image.credit));
      }
      return meta;
    }

    // Files of other servers have no srcset; they are not loaded.
    #picture(image) {
      if (!image || !image.src || !image.srcset) return undefined;
      const proxied = url => this.hasAttribute('api') ? url.replace(/^.*?\/media\//, this.#api() + 'media/') : url;
      const box = make('div', 'picture');
      const file = make('img', 'image');
      file.alt = image.decorative ? '' : image.alt || '';
      file.loading = 'lazy';
      file.decoding = 'async';
      file.referrerPolicy = 'no-referrer';
      if (image.width && image.height) {
        file.width = image.width;
        file.height = image.height;
      }
      if (image.focalPoint) file.style.objectPosition = image.focalPoint.x * 100 + '% ' + image.focalPoint.y * 100 + '%';
      if (image.dominantColor) box.style.backgroundColor = image.dominantColor;
      file.sizes = this.getAttribute('layout') === 'cards' ? 'auto, 320px' : 'auto, 160px';
      file.srcset = image.srcset.split(', ').map(proxied).join(', ');
      file.src = proxied(image.src);
      box.append(file);
      return box;
    }

    #sources(items, texts) {
      const names = new Map();
      for (const item of items) {
        if (item.attribution && !names.has(item.attribution.name)) names.set(item.attribution.name, item.attribution.url);
      }
      if (!names.size) return [];
      const foot = make('p', 'foot', texts.source);
      [...names].forEach(([name, url], index) => {
        if (index) foot.append(', ');
        const address = web('/', web(url));
        foot.append(address ? this.#link(address, name, 'noopener') : name);
      });
      return [foot];
    }

    #reportHeight() {
      if (window.parent === window) return;
      this.#observer = new ResizeObserver(() => {
        const height = Math.ceil(document.body.getBoundingClientRect().height);
        window.parent.postMessage({ depescheHeight: height }, '*');
      });
      this.#observer.observe(document.body);
    }
  }

  customElements.define(NAME, Feed);

  // Frames of this server tell their height to the page around them.
  addEventListener('message', event => {
    const height = event.data && event.data.depescheHeight;
    if (!home || !Number.isFinite(height) || event.origin !== new URL(home).origin) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === event.source && frame.src.startsWith(home + 'embed/')) {
        frame.height = String(Math.min(Math.max(Math.ceil(height), 40), 10000));
      }
    }
  });
})();
