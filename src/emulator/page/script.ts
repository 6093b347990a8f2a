/**
 * Asks for the page again and again, as long as somebody sees it, and puts into the page what is new in it. What stands
 * there already is left as it is, so that a reader keeps the place, the folds, the focus and what is typed; an element
 * says in `data-keep` which of its attributes, or whether its text, belong to the reader. Then searches.
 */
export const script = `'use strict';
{
  const byId = (id) => document.getElementById(id);
  const pause = 1000;
  const pauseAfterFailure = 3000;
  const policyOf = (doc) => doc.querySelector('meta[http-equiv]').content;

  let version = '';
  let timer;
  let asking = false;

  async function look() {
    clearTimeout(timer);
    if (asking || document.hidden) return;
    asking = true;
    let next = pause;
    try {
      const headers = version === '' ? {} : { 'if-none-match': version };
      const response = await fetch(location.pathname, { headers, cache: 'no-store' });
      if (response.status === 200) show(await response.text());
      else if (response.status !== 304) throw new Error(await reasonOf(response));
      version = response.headers.get('etag');
      tellTime(Date.parse(response.headers.get('date')));
      tell('Live.', '');
    } catch (error) {
      next = pauseAfterFailure;
      tell(error instanceof TypeError ? 'The emulator does not answer.' : error.message, 'lost');
    }
    asking = false;
    timer = setTimeout(look, next);
  }

  async function reasonOf(response) {
    const text = await response.text();
    try {
      return JSON.parse(text).message;
    } catch {
      return 'The emulator answers ' + response.status + '.';
    }
  }

  function tell(text, className) {
    const at = byId('connection');
    // Whoever hears the page is told only when it is another.
    if (at.textContent !== text) at.textContent = text;
    at.className = className;
  }

  function tellTime(at) {
    const clock = byId('clock');
    const shifted = new Date(at + Number(clock.dataset.zone) * 60000);
    if (!Number.isNaN(shifted.getTime())) clock.textContent = shifted.toISOString().slice(0, 19).replace('T', ' ');
  }

  function show(text) {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    // Another emulator has taken the place of the one that served this page: its page has another script.
    if (policyOf(fresh) !== policyOf(document)) return location.reload();
    document.title = fresh.title;
    for (const part of ['header', 'main', 'footer'])
      patch(document.querySelector(part), fresh.querySelector(part));
    filter(false);
  }

  function patch(old, fresh) {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    if (fresh.dataset.version !== undefined && fresh.dataset.version === old.dataset.version) return;
    const kept = (fresh.dataset.keep ?? '').split(' ');
    for (const { name } of [...old.attributes])
      if (!kept.includes(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of fresh.attributes)
      if (!kept.includes(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
    if (!kept.includes('text')) patchChildren(old, fresh);
  }

  // What has an id is found again by it wherever it stands by now; the rest by its place.
  function patchChildren(old, fresh) {
    const wanted = new Set([...fresh.children].map(({ id }) => id));
    for (const child of [...old.children]) if (child.id !== '' && !wanted.has(child.id)) child.remove();
    const known = new Map([...old.children].filter(({ id }) => id !== '').map((child) => [child.id, child]));
    let at = old.firstChild;
    for (const child of fresh.childNodes) {
      const found = child.id ? known.get(child.id) : alike(at, child) ? at : undefined;
      if (found === undefined) {
        old.insertBefore(document.importNode(child, true), at);
        continue;
      }
      patch(found, child);
      if (found === at) at = at.nextSibling;
      else old.insertBefore(found, at);
    }
    while (at !== null) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  function alike(old, fresh) {
    return old !== null && old.nodeName === fresh.nodeName && !old.id;
  }

  const comparable = (text) => text.normalize('NFC').toLowerCase();
  const amount = (number, noun) => number.toLocaleString('en') + ' ' + noun + (number === 1 ? '' : 's');

  // Which lists were open before the search, by their ids; null while there is none.
  let openBefore = null;
  const seenBy = new WeakMap();

  // 'asked': by the reader, who wants to see what is found; else the account has changed, and folds stay as they are.
  function filter(asked) {
    const wanted = comparable(byId('query').value.trim());
    const cards = [...document.querySelectorAll('#cards > article')];
    if (wanted !== '') openBefore ??= new Map(cards.map((card) => [card.id, foldOf(card).open]));
    let all = 0;
    let matches = 0;
    let lists = 0;
    for (const card of cards) {
      let here = 0;
      for (const row of card.querySelector('tbody').rows) {
        const isFound = wanted === '' || textOf(row).includes(wanted);
        if (isFound) here++;
        if (row.hidden === isFound) row.hidden = !isFound;
        all++;
      }
      matches += here;
      if (here > 0) lists++;
      card.hidden = wanted !== '' && here === 0;
      if (asked && wanted !== '') foldOf(card).open = here > 0;
      if (wanted === '' && openBefore !== null) foldOf(card).open = openBefore.get(card.id) ?? false;
    }
    if (wanted === '') openBefore = null;
    const found = wanted === '' ? '' : matches.toLocaleString('en') + ' of ';
    const where = wanted === '' || matches === 0 ? '' : ' in ' + amount(lists, 'list');
    const count = found + amount(all, 'word') + where;
    if (byId('count').textContent !== count) byId('count').textContent = count;
  }

  function foldOf(card) {
    return card.querySelector('details');
  }

  // The text of a row and what it is compared by: a search reads thousands of them.
  function textOf(row) {
    const text = row.textContent;
    const seen = seenBy.get(row);
    if (seen !== undefined && seen.text === text) return seen.comparable;
    const cells = [row.cells[0], row.cells[3]].map((cell) => cell.textContent).join('\\n');
    seenBy.set(row, { text, comparable: comparable(cells) });
    return seenBy.get(row).comparable;
  }

  byId('query').addEventListener('input', () => filter(true));
  addEventListener('keydown', (event) => {
    // Escape also ends the composition of a Chinese or Japanese word.
    if (event.isComposing) return;
    const query = byId('query');
    if (event.key === 'Escape' && query.value !== '') {
      query.value = '';
      filter(true);
    }
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target === query) return;
    event.preventDefault();
    query.focus();
  });
  document.addEventListener('visibilitychange', look);

  byId('search').hidden = false;
  filter(true);
  look();
}
`;
