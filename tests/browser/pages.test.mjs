// SPDX-License-Identifier: GPL-3.0-or-later
// The page in a real browser: by mouse, by keyboard, on a phone, in the dark, and without JavaScript.
// node pages.test.mjs BASE_URL SCREENSHOT_FOLDER; needs chromium, and the server on the sample corpus.
import assert from 'node:assert/strict';
import {readFileSync, existsSync, mkdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {chromium} from 'playwright-core';

const [base, shots] = process.argv.slice(2);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
assert(executablePath, 'no chromium: scripts/setup.sh installs it');
mkdirSync(shots, {recursive: true});

const browser = await chromium.launch({executablePath, args: ['--no-sandbox']});
let failed = 0;
let passed = 0;

/// Runs `act` on a fresh page. What the console complains of is a failure, but for statuses that are meant.
async function test(name, options, act) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, bypassCSP: false, ...options});
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await act(page, context);
    const allowed = options.expectsErrorStatus ? /status of 40[04]/ : /^$/;
    assert.deepEqual(complaints.filter((text) => !allowed.test(text)), []);
    ++passed;
  } catch (error) {
    ++failed;
    console.log(`FAILED ${name}\n  ${error.message.split('\n').slice(0, 12).join('\n  ')}`);
    await page.screenshot({path: `${shots}/failed-${name.replace(/\W+/g, '-')}.png`}).catch(() => {});
  }
  await context.close();
}

const go = (page, path) => page.goto(base + path);
const hits = (page) => page.locator('.hit');
const query = (page) => new URL(page.url()).searchParams;

await test('search by typing and Enter', {}, async (page) => {
  await go(page, '/');
  await page.fill('#q', 'cooperation');
  await page.press('#q', 'Enter');
  await page.waitForURL(/q=cooperation/);
  assert.equal(await page.locator('h1').count(), 1);
  assert((await hits(page).count()) > 3);
  assert((await page.locator('.passage mark').count()) > 3);
  assert.match(await page.locator('.total').innerText(), /passages in \d+ statements/);
});

await test('suggestions by keyboard', {}, async (page) => {
  await go(page, '/');
  await page.locator('#q').pressSequentially('said-by:put', {delay: 20});
  await page.locator('#completions li').first().waitFor();
  await page.press('#q', 'ArrowDown');
  assert.equal(await page.getAttribute('#q', 'aria-activedescendant'), 'completion-0');
  await page.press('#q', 'Enter');
  assert.equal(await page.inputValue('#q'), 'said-by:vladimir-putin ');
  await page.press('#q', 'Enter');
  await page.waitForURL(/said-by/);
  assert((await hits(page).count()) > 0);
});

await test('suggestions by mouse, and closed by Escape', {}, async (page) => {
  await go(page, '/');
  await page.locator('#q').pressSequentially('peace coop', {delay: 20});
  const item = page.locator('#completions li', {hasText: 'cooperation'}).first();
  await item.waitFor();
  await item.click();
  assert.equal(await page.inputValue('#q'), 'peace cooperation ');
  await page.locator('#q').pressSequentially('tra', {delay: 20});
  await page.locator('#completions li').first().waitFor();
  await page.press('#q', 'Escape');
  assert(await page.locator('#completions').isHidden());
});

await test('a facet narrows, its chip widens again', {}, async (page) => {
  await go(page, '/?q=cooperation');
  const before = await page.locator('.total strong').innerText();
  await page.locator('.facet', {hasText: 'Country'}).locator('a').first().click();
  await page.waitForURL(/country=/);
  const within = await page.locator('.total strong').innerText();
  assert(parseInt(within) <= parseInt(before));
  assert.equal(await page.locator('.chips a').count(), 1);
  await page.locator('.chips a').click();
  await page.waitForURL((url) => !url.search.includes('country'));
  assert.equal(await page.locator('.total strong').innerText(), before);
  await page.goBack();
  assert.equal(await page.locator('.chips a').count(), 1);
  assert.equal(await page.inputValue('#q'), 'cooperation');
});

await test('filters stay when the words change', {}, async (page) => {
  await go(page, '/?q=cooperation&country=RUS');
  await page.fill('#q', 'trade');
  await page.press('#q', 'Enter');
  await page.waitForURL(/q=trade/);
  assert.equal(query(page).get('country'), 'RUS');
});

await test('a span is brushed on the timeline by mouse', {}, async (page) => {
  await go(page, '/?q=cooperation');
  const box = await page.locator('#timeline').boundingBox();
  await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 40, {steps: 4});
  await page.mouse.move(box.x + box.width * 0.8, box.y + 40, {steps: 4});
  await page.mouse.up();
  await page.waitForURL(/from=.*to=/);
  assert(query(page).get('from') < query(page).get('to'));
  assert.equal(await page.locator('.chips a').count(), 2);
});

await test('a span is brushed on the timeline by keys; a bar is a link', {}, async (page) => {
  await go(page, '/?q=cooperation');
  await page.locator('#timeline a').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  assert.match(await page.locator('#brush-text').innerText(), / to /);
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=.*to=/);
  await go(page, '/?q=cooperation');
  const bar = page.locator('#timeline a').last();
  const period = await bar.getAttribute('data-period');
  await bar.locator('.hit-area').click();
  await page.waitForURL(/year=/);
  assert.equal(query(page).get('year'), period);
});

await test('keys: slash, j, k, Enter, question mark, Escape', {}, async (page) => {
  await go(page, '/?q=cooperation');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await page.locator('.hit.current').getAttribute('id'), 'hit2');
  await page.keyboard.press('k');
  assert.equal(await page.locator('.hit.current').getAttribute('id'), 'hit1');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  assert(await page.locator('#keys').isVisible());
  await page.keyboard.press('Escape');
  assert(await page.locator('#keys').isHidden());
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/statement\//);
  await page.goBack();
  await page.waitForURL(/q=cooperation/);
});

await test('pages by n and p', {}, async (page) => {
  await go(page, '/?q=the');
  await page.keyboard.press('n');
  await page.waitForURL(/offset=10/);
  assert.equal(await hits(page).first().getAttribute('id'), 'hit11');
  await page.keyboard.press('p');
  await page.waitForURL((url) => !url.search.includes('offset'));
});

await test('a statement: who says what, citation, back', {}, async (page) => {
  await go(page, '/?q=ventilators');
  await hits(page).first().locator('.open').click();
  await page.waitForURL(/\/statement\//);
  assert((await page.locator('.part').count()) > 0);
  assert((await page.locator('.passage mark').count()) > 0);
  assert((await page.locator('.said-list li').count()) > 0);
  assert.match(await page.locator('#citation').innerText(), /communique id=/);
  assert(await page.locator('button.copy').isVisible());
  await page.locator('.back a').click();
  await page.waitForURL(/\/\?q=ventilators/);
});

await test('in context, neighbours, first use', {}, async (page) => {
  await go(page, '/?q=cooperation');
  await page.locator('.views a', {hasText: 'In context'}).click();
  await page.waitForURL(/\/kwic\?q=cooperation/);
  assert((await page.locator('.kwic tbody tr').count()) > 3);
  await page.locator('.choices a', {hasText: 'Words after'}).click();
  await page.waitForURL(/sort=right/);
  await page.locator('.views a', {hasText: 'Neighbours'}).click();
  await page.waitForURL(/\/collocates/);
  await page.locator('.views a', {hasText: 'First use'}).click();
  await page.waitForURL(/\/first/);
  assert((await page.locator('.firsts li').count()) > 0);
});

await test('a quotation is checked, and found though a word differs', {}, async (page) => {
  const found = await (await fetch(base + '/api/v1/search?q=ventilators&limit=1')).json();
  const words = found.hits[0].passage.text.split(/\s+/).slice(4, 16);
  await go(page, '/quote');
  await page.fill('#text', words.join(' '));
  await page.locator('.quote-form button').click();
  await page.locator('.verdict').waitFor();
  assert.match(await page.locator('.verdict h2').innerText(), /Word for word/);
  words[6] = 'elephants';
  await page.fill('#text', words.join(' '));
  await page.fill('#said-by', 'Putin');
  await page.locator('.quote-form button').click();
  await page.locator('.verdict.nearly').waitFor();
  assert.match(await page.locator('.passage del').first().innerText(), /elephants/);
});

await test('a search is saved in the browser, and forgotten', {}, async (page) => {
  await go(page, '/?q=cooperation');
  await page.click('#save');
  assert.match(await page.innerText('#save'), /Saved/);
  await go(page, '/');
  await page.locator('#saved a').click();
  await page.waitForURL(/q=cooperation/);
  await page.click('#save');
  await go(page, '/');
  assert(await page.locator('#saved').isHidden());
});

await test('dark by choice, and remembered', {}, async (page) => {
  await go(page, '/?q=cooperation');
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.click('#theme');
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.notEqual(light, dark);
  await page.reload();
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), dark);
});

await test('passages with some of the words are told apart', {}, async (page) => {
  await go(page, '/?q=ventilators+masks+vineyards');
  assert.match(await page.locator('.total').innerText(), /^0 passages in 0 statements, [1-9]\d* more with some of the words · showing 1/);
  assert.equal(await page.locator('.hit .partial').count(), await hits(page).count());
});

await test('errors and nothing found help on', {expectsErrorStatus: true}, async (page) => {
  await go(page, '/?q=cooperation+year:20x');
  assert.match(await page.locator('.place mark').innerText(), /20x/);
  await go(page, '/?q=zzzqqq+yyyxxx&country=RUS');
  assert.match(await page.locator('.nothing').innerText(), /Search without country Russia/);
  await go(page, '/nowhere');
  assert.match(await page.locator('h1').innerText(), /no such address/);
});

await test('without JavaScript all is there', {javaScriptEnabled: false}, async (page) => {
  await go(page, '/');
  await page.fill('#q', 'cooperation');
  await page.locator('.search button').click();
  await page.waitForURL(/q=cooperation/);
  assert((await hits(page).count()) > 3);
  await page.locator('.facet a').first().click();
  assert((await hits(page).count()) > 0);
  assert(await page.locator('#theme').isHidden());
  await page.locator('.views a', {hasText: 'In context'}).click();
  assert((await page.locator('.kwic tbody tr').count()) > 0);
});

const phone = {viewport: {width: 390, height: 844}, isMobile: true, hasTouch: true};
const paths = {
  start: '/', results: '/?q=cooperation', filtered: '/?q=cooperation&country=RUS&sort=-date', nothing: '/?q=zzzqqq&country=RUS',
  error: '/?q=year:20x', statement: '/statement/call-beijing-2020?q=ventilators', kwic: '/kwic?q=cooperation',
  neighbours: '/collocates?q=cooperation', first: '/first?q=cooperation', quote: '/quote?text=no+such+sentence+was+ever+spoken',
  help: '/help',
};

await test('a match in context is seen on a phone, as running text', phone, async (page) => {
  await go(page, '/kwic?q=cooperation');
  const line = page.locator('.kwic .hit').first();
  const match = await line.locator('mark').boundingBox();
  assert(match && match.x >= 0 && match.x + match.width <= 390, 'the match stands outside the screen');
  for (const text of await page.locator('.kwic .hit').allInnerTexts()) {
    assert.match(text.replace(/\s+/g, ' '), /(^|[^\p{L}])co-?op[eé]rat\p{L}*([^\p{L}]|$)/iu);
  }
});

await test('nothing is wider than a phone', {...phone, expectsErrorStatus: true}, async (page) => {
  for (const [name, path] of Object.entries(paths)) {
    await go(page, path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert(width <= 390, `${name} is ${width} wide`);
    await page.screenshot({path: `${shots}/${name}-phone.png`});
  }
  await go(page, '/?q=cooperation');
  await page.locator('.facets-fold > summary').click();
  await page.locator('.facet a').first().click();
  await page.waitForURL(/said_by|q=/);
});

for (const colorScheme of ['light', 'dark']) {
  await test(`accessible, ${colorScheme}`, {colorScheme, bypassCSP: true, expectsErrorStatus: true}, async (page) => {
    const found = [];
    for (const [name, path] of Object.entries(paths)) {
      await go(page, path);
      await page.addScriptTag({content: axeSource});
      const result = await page.evaluate(() => globalThis.axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}));
      for (const one of result.violations) {
        found.push(`${name}: ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(' | ')}`);
      }
      await page.screenshot({path: `${shots}/${name}-${colorScheme}.png`, fullPage: true});
    }
    assert.deepEqual(found, []);
  });
}

await test('light and quick', {}, async (page) => {
  await go(page, '/?q=cooperation');
  await page.waitForLoadState('networkidle');
  const timing = await page.evaluate(() => performance.getEntriesByType('navigation')[0].toJSON());
  const bytes = await page.evaluate(() => ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type))
      .reduce((sum, entry) => sum + entry.decodedBodySize, 0));
  assert(bytes > 40 * 1024, 'not all of the page was weighed');
  console.log(`page: ${(bytes / 1024).toFixed(0)} KB in all, first byte ${(timing.responseStart - timing.requestStart).toFixed(1)} ms, ` +
              `usable after ${timing.domContentLoadedEventEnd.toFixed(0)} ms`);
  assert(bytes < 120 * 1024);
});

await browser.close();
console.log(`${passed} passed, ${failed} failed; screenshots in ${shots}`);
process.exit(failed > 0 ? 1 : 0);
