// SPDX-License-Identifier: GPL-3.0-or-later
// What JavaScript adds to pages that work without it: suggestions, keys, a brush on the timeline, saved searches, the
// choice of light and dark. Nodes are made with textContent; nothing is ever parsed as HTML.
'use strict';

const box = document.getElementById('q');
const list = document.getElementById('completions');
const told = document.getElementById('told');

function tell(text) { told.textContent = text; }

function element(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

// Suggestions: what the last word of the query may become.
let chosen = -1;
let asked = 0;

function closeList() {
  list.hidden = true;
  chosen = -1;
  box.setAttribute('aria-expanded', 'false');
  box.removeAttribute('aria-activedescendant');
}

function choose(number) {
  const items = [...list.children];
  chosen = (number + items.length) % items.length;
  items.forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
  box.setAttribute('aria-activedescendant', items[chosen].id);
}

function take(item) {
  const quoted = (box.value.match(/"/g) || []).length % 2 === 1;
  const start = quoted ? Math.max(box.value.lastIndexOf(' ', box.value.lastIndexOf('"')), -1) + 1
                       : Math.max(box.value.lastIndexOf(' '), box.value.lastIndexOf('(')) + 1;
  box.value = box.value.slice(0, start) + item.dataset.text + ' ';
  closeList();
  box.focus();
}

function show(completions) {
  list.replaceChildren(...completions.map((one, i) => {
    const item = element('li');
    item.id = 'completion-' + i;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.dataset.text = one.text;
    const count = one.passages.toLocaleString('en');
    const kind = one.kind === 'leader' ? one.text + ' · named in ' + count
      : one.kind === 'country' ? 'country · ' + count : count + ' passages';
    item.append(element('span', '', one.label), element('span', 'kind', kind));
    item.addEventListener('mousedown', (event) => { event.preventDefault(); take(item); });
    return item;
  }));
  list.hidden = completions.length === 0;
  chosen = -1;
  box.setAttribute('aria-expanded', String(!list.hidden));
  if (!list.hidden) tell(completions.length + ' suggestions');
}

async function suggest() {
  const number = ++asked;
  const text = box.value.slice(0, box.selectionStart);
  if (text.trim().length < 2 || /\s$/.test(text)) return closeList();
  try {
    const answer = await fetch('/api/v1/suggest?limit=5&q=' + encodeURIComponent(text));
    if (!answer.ok || number !== asked) return;
    show((await answer.json()).completions);
  } catch { closeList(); }
}

if (box) {
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', 'completions');
  box.setAttribute('aria-expanded', 'false');
  let wait = 0;
  box.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(suggest, 60); });
  box.addEventListener('blur', closeList);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return list.hidden ? box.blur() : closeList();
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen < 0 ? (event.key === 'ArrowDown' ? 0 : -1) : chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    }
  });
}

// Keys.
const hits = [...document.querySelectorAll('.hit')];
let current = -1;

function go(number) {
  if (hits.length === 0) return;
  hits[current]?.classList.remove('current');
  current = Math.min(Math.max(number, 0), hits.length - 1);
  hits[current].classList.add('current');
  hits[current].querySelector('.open').focus({preventScroll: true});
  hits[current].scrollIntoView({block: 'nearest'});
}

function follow(selector) {
  const link = document.querySelector(selector);
  if (link) location.href = link.href;
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('input, textarea, select');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = document.getElementById('keys');
  if (keys.open) return;
  const onTimeline = event.target.closest('#timeline');
  if (event.key === '/') { event.preventDefault(); box.focus(); box.select(); }
  else if (event.key === '?') keys.showModal();
  else if (event.key === 'j' || (event.key === 'ArrowDown' && hits.length && !onTimeline)) { event.preventDefault(); go(current + 1); }
  else if (event.key === 'k' || (event.key === 'ArrowUp' && current > 0 && !onTimeline)) { event.preventDefault(); go(current - 1); }
  else if (event.key === 'n') follow('a[rel=next]');
  else if (event.key === 'p') follow('a[rel=prev]');
});

// A span of dates, brushed on the timeline; by keys: arrows move along the bars, with Shift they widen the span.
const timeline = document.getElementById('timeline');
if (timeline) {
  const bars = [...timeline.querySelectorAll('a[data-period]')];
  const brush = document.getElementById('brush');
  const label = document.getElementById('brush-text');
  const width = 1000 / bars.length;
  let from = -1;
  let to = -1;
  let moved = false;
  bars[0].setAttribute('tabindex', '0');

  const barAt = (event) => {
    const place = timeline.getBoundingClientRect();
    return Math.min(Math.max(Math.floor((event.clientX - place.left) / place.width * bars.length), 0), bars.length - 1);
  };
  const draw = () => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    brush.setAttribute('x', first * width);
    brush.setAttribute('width', (last - first + 1) * width);
    label.textContent = first === last ? bars[first].dataset.period
      : bars[first].dataset.period + ' to ' + bars[last].dataset.period;
  };
  const open = () => {
    const url = new URL(timeline.dataset.open, location.href);
    url.searchParams.set('from', bars[Math.min(from, to)].dataset.period);
    url.searchParams.set('to', bars[Math.max(from, to)].dataset.period);
    location.href = url.href;
  };
  timeline.addEventListener('pointerdown', (event) => { from = to = barAt(event); moved = false; });
  timeline.addEventListener('dragstart', (event) => event.preventDefault());
  document.addEventListener('pointermove', (event) => {
    if (from < 0 || event.buttons === 0) return;
    const bar = barAt(event);
    if (bar !== to) { to = bar; moved = true; }
    if (moved) draw();
  });
  document.addEventListener('pointerup', () => {
    if (from >= 0 && moved) open();
    if (!moved) from = to = -1;
  });
  timeline.addEventListener('click', (event) => { if (moved) event.preventDefault(); });
  timeline.addEventListener('keydown', (event) => {
    const at = bars.indexOf(event.target.closest('a'));
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (at < 0) return;
    if (event.key === 'Enter' && from >= 0 && from !== to) { event.preventDefault(); open(); return; }
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(Math.max(at + step, 0), bars.length - 1);
    bars[at].setAttribute('tabindex', '-1');
    bars[next].setAttribute('tabindex', '0');
    bars[next].focus();
    if (event.shiftKey) { if (from < 0) from = at; to = next; } else { from = to = next; }
    draw();
  });
}

// Saved searches live in this browser.
const kSaved = 'communique.saved';
const saved = () => { try { return JSON.parse(localStorage.getItem(kSaved)) || []; } catch { return []; } };

function listSaved() {
  const section = document.getElementById('saved');
  if (!section) return;
  const searches = saved();
  section.hidden = searches.length === 0;
  section.querySelector('ul').replaceChildren(...searches.map((one) => {
    const item = element('li');
    const link = element('a', 'facet-label', one.name);
    link.href = one.url;
    item.append(link);
    return item;
  }));
}

const save = document.getElementById('save');
if (save) {
  const here = location.pathname + location.search;
  const label = () => { save.textContent = saved().some((one) => one.url === here) ? 'Saved ✓' : 'Save search'; };
  save.hidden = false;
  label();
  save.addEventListener('click', () => {
    const searches = saved();
    const at = searches.findIndex((one) => one.url === here);
    if (at >= 0) searches.splice(at, 1);
    else searches.unshift({name: document.title.replace(/ · Communiqué$/, ''), url: here});
    localStorage.setItem(kSaved, JSON.stringify(searches.slice(0, 50)));
    label();
    listSaved();
    tell(at >= 0 ? 'Search no longer saved' : 'Search saved');
  });
}
listSaved();

// Copying.
for (const button of document.querySelectorAll('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = 'Copied ✓';
    } catch {
      getSelection().selectAllChildren(source);
      button.textContent = 'Selected: copy with Ctrl+C';
    }
    tell(button.textContent);
  });
}

// Light and dark.
const theme = document.getElementById('theme');
const isDark = () => (document.documentElement.dataset.theme
  || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const kept = localStorage.getItem('communique.theme');
if (kept) document.documentElement.dataset.theme = kept;
if (theme) {
  const name = () => { theme.textContent = isDark() ? 'Light' : 'Dark'; };
  theme.hidden = false;
  name();
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('communique.theme', document.documentElement.dataset.theme);
    name();
  });
}

// On a phone the facets are folded.
if (matchMedia('(max-width: 820px)').matches) document.querySelector('.facets-fold')?.removeAttribute('open');
