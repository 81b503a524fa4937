// Makes the snippet and the preview of the embed from the choices of the form.
const form = document.getElementById('builder');
const preview = document.getElementById('preview');
const snippet = document.getElementById('snippet');
const note = document.getElementById('snippet-note');
const origin = form.dataset.origin || location.origin;
const NOTES = {
  element: 'Paste it where the news shall be. The links within remain where scripts do not run. '
    + 'The height is kept free until the news is there, so that nothing moves. It is that of a column as wide as the preview: '
    + 'set your width above, or leave the height out. '
    + 'Allow this server in script-src, connect-src and img-src if your page has a Content Security Policy.',
  frame: 'Paste it where the news shall be. The script below is optional: it gives the frame the height of its content.',
};

const FAILED = 'The news cannot be loaded at the moment. Change a choice to try again.';
const escape = text => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

async function get(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(path + ' answered ' + response.status);
  return response.json();
}

function option(value, text) {
  const made = document.createElement('option');
  made.value = value;
  made.textContent = text;
  return made;
}

function choices() {
  const chosen = Object.fromEntries(new FormData(form));
  const limit = Math.min(Math.max(Number.parseInt(chosen.limit, 10) || 5, 1), 100);
  return { ...chosen, limit: String(limit) };
}

// Without the values that are the defaults.
function attributes(chosen) {
  const all = {
    site: form.elements.site.selectedIndex > 0 ? chosen.site : '', category: chosen.category,
    advertising: chosen.advertising,
    limit: chosen.limit, layout: chosen.layout, theme: chosen.theme, images: chosen.images, lang: chosen.lang,
  };
  if (chosen.teaser) all.teaser = 'true';
  return Object.entries(all).filter(([, value]) => value);
}

function frameAddress(base, chosen) {
  return base + '/embed/feed?' + new URLSearchParams(attributes(chosen));
}

function scriptTag(kind) {
  return `<script ${kind} src="${escape(origin + form.dataset.script)}" integrity="${form.dataset.integrity}" crossorigin="anonymous"></script>`;
}

function elementSnippet(chosen, feed) {
  const height = Math.round(feed.getBoundingClientRect().height);
  const written = [...attributes(chosen), ...(height > 40 ? [['height', String(height)]] : [])]
    .map(([name, value]) => `${name}="${escape(value)}"`).join(' ');
  const links = [...feed.shadowRoot.querySelectorAll('.headline')].map(headline => {
    const link = headline.querySelector('a');
    const mark = headline.parentNode.querySelector('.mark');
    const text = escape((mark ? mark.textContent + ': ' : '') + headline.textContent);
    return '    <li>' + (link ? `<a href="${escape(link.href)}" rel="${link.rel}">${text}</a>` : text) + '</li>\n';
  });
  return `${scriptTag('async')}\n<depesche-feed ${written}>\n  <ul>\n${links.join('')}  </ul>\n</depesche-feed>`;
}

function frameSnippet(chosen, height) {
  const title = form.elements.category.selectedIndex > 0 ? form.elements.category.selectedOptions[0].text.trim()
    : form.elements.site.selectedOptions[0].text;
  return `<iframe src="${escape(frameAddress(origin, chosen))}" title="${escape(title)}" width="100%" height="${height}" `
    + `frameborder="0" loading="lazy"></iframe>\n${scriptTag('async')}`;
}

function showElement(chosen) {
  const feed = document.createElement('depesche-feed');
  for (const [name, value] of attributes(chosen)) feed.setAttribute(name, value);
  const isShown = () => preview.firstChild === feed;
  feed.addEventListener('depesche-load', () => { if (isShown()) snippet.textContent = elementSnippet(chosen, feed); });
  feed.addEventListener('depesche-error', () => { if (isShown()) note.textContent = FAILED; });
  preview.replaceChildren(feed);
}

function showFrame(chosen) {
  const frame = document.createElement('iframe');
  frame.title = 'Preview';
  frame.height = '600';
  frame.src = frameAddress(location.origin, chosen);
  const write = () => { snippet.textContent = frameSnippet(chosen, frame.height); };
  new MutationObserver(write).observe(frame, { attributeFilter: ['height'] });
  preview.replaceChildren(frame);
  write();
}

function show() {
  const chosen = choices();
  snippet.textContent = '';
  preview.style.width = chosen.width + 'px';
  document.getElementById('width-shown').value = chosen.width + ' px';
  note.textContent = NOTES[chosen.form];
  if (chosen.form === 'frame') showFrame(chosen);
  else showElement(chosen);
}

async function showCategories() {
  const site = form.elements.site.value;
  const list = await get('/v1/categories?flat=true' + (site ? '&site=' + encodeURIComponent(site) : ''));
  form.elements.category.replaceChildren(option('', 'All categories'),
    ...list.items.map(category => option(category.slug, (category.parent ? '– ' : '') + category.name)));
}

function withoutCategories() {
  snippet.textContent = '';
  preview.replaceChildren();
  note.textContent = 'The categories cannot be loaded at the moment. Reload this page later.';
}

async function change(event) {
  snippet.textContent = '';
  if (event.target.name === 'site') await showCategories();
  show();
}

async function start() {
  const sites = await get('/v1/sites');
  form.elements.site.replaceChildren(...sites.items.map(site => option(site.slug, site.name)));
  const language = sites.items[0] ? sites.items[0].language : 'de';
  form.elements.lang.value = /^de/.test(language) ? 'de' : 'en';
  await showCategories();
  form.addEventListener('change', event => change(event).catch(withoutCategories));
  form.elements.width.addEventListener('input', () => {
    preview.style.width = form.elements.width.value + 'px';
    document.getElementById('width-shown').value = form.elements.width.value + ' px';
  });
  form.addEventListener('submit', event => event.preventDefault());
  show();
}

start().catch(withoutCategories);
