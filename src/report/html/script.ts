/**
 * Searches, filters and folds; runs in the reader's browser. What a row says is read once. After that a keystroke only
 * writes what it changes, and asks for no measure in between, so that the browser lays out once.
 */
export const script = `'use strict';
{
  const byId = (id) => document.getElementById(id);
  const folds = [...document.querySelectorAll('details')];

  // On paper nothing can be unfolded.
  let foldedOnScreen = [];
  addEventListener('beforeprint', () => {
    foldedOnScreen = folds.filter((fold) => !fold.open);
    for (const fold of foldedOnScreen) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of foldedOnScreen) fold.open = false;
  });

  if (byId('search') !== null) startSearch();

  function startSearch() {
    const query = byId('query');
    const which = byId('which');
    const kinds = [...document.querySelectorAll('input[name=kind]')];
    const comparable = (text) => text.normalize('NFC').toLowerCase();
    const lists = [...document.querySelectorAll('.list')].map((fold) => ({
      fold,
      words: [...fold.querySelector('tbody').rows].map((row) => ({
        row,
        kind: row.className,
        text: comparable(row.cells[1].textContent),
        shown: true,
      })),
    }));
    // Said and heard, and how the clip is called; not what the lines are called.
    const clips = [...document.querySelectorAll('.clip')].map((clip) => ({
      clip,
      text: comparable([...clip.querySelectorAll('h4 bdi, dd')].map((part) => part.textContent).join('\\n')),
    }));
    const total = lists.reduce((sum, { words }) => sum + words.length, 0);
    const amount = (number, noun) => number.toLocaleString('en') + ' ' + noun + (number === 1 ? '' : 's');

    // Which lists were open before the first filter; null while there is none.
    let openBefore = null;

    function filter() {
      const wanted = comparable(query.value.trim());
      const shownKinds = new Set(kinds.filter((box) => box.checked).map((box) => box.value));
      const onlyList = which === null ? '' : which.value;
      const filtered = wanted !== '' || onlyList !== '' || shownKinds.size < kinds.length;
      if (filtered) openBefore ??= lists.map(({ fold }) => fold.open);

      let matches = 0;
      let listsWithMatches = 0;
      lists.forEach(({ fold, words }, index) => {
        const listShown = onlyList === '' || onlyList === fold.id;
        let matchesHere = 0;
        for (const word of words) {
          const shown = listShown && shownKinds.has(word.kind) && word.text.includes(wanted);
          if (shown) matchesHere++;
          if (shown !== word.shown) word.row.hidden = !shown;
          word.shown = shown;
        }
        fold.hidden = matchesHere === 0;
        if (filtered) fold.open = matchesHere > 0;
        else if (openBefore !== null) fold.open = openBefore[index];
        matches += matchesHere;
        if (matchesHere > 0) listsWithMatches++;
      });
      for (const { clip, text } of clips) clip.hidden = !text.includes(wanted);
      if (!filtered) openBefore = null;
      tell(filtered, matches, listsWithMatches);
    }

    function tell(filtered, matches, listsWithMatches) {
      const of = filtered ? matches.toLocaleString('en') + ' of ' : '';
      const where = matches === 0 ? '' : ' in ' + amount(listsWithMatches, byId('count').dataset.noun);
      byId('count').textContent = of + amount(total, 'word') + where;
      byId('nothing').hidden = matches > 0;
    }

    function clear() {
      query.value = '';
      if (which !== null) which.value = '';
      for (const box of kinds) box.checked = true;
      filter();
    }

    function foldAll(open) {
      for (const { fold } of lists) fold.open = open;
    }

    byId('search').addEventListener('input', filter);
    byId('unfold').addEventListener('click', () => foldAll(true));
    byId('fold').addEventListener('click', () => foldAll(false));
    addEventListener('keydown', (event) => {
      // Escape also ends the composition of a Chinese or Japanese word.
      if (event.isComposing) return;
      if (event.key === 'Escape' && openBefore !== null) clear();
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target === query) return;
      event.preventDefault();
      query.focus();
    });

    // A link to a list wants to see it, whatever is folded or filtered.
    for (const link of document.querySelectorAll('a[href^="#list-"]')) {
      link.addEventListener('click', () => {
        const fold = byId(link.hash.slice(1));
        if (fold.hidden) clear();
        fold.open = true;
      });
    }

    byId('search').hidden = false;
    filter();
  }
}
`;
