import { html, type Markup } from './markup.js';

interface SearchBox {
  /** What can be shown or hidden: boxes and choices. */
  readonly filters: readonly Markup[];
  /** What the words are counted in, such as `list`. */
  readonly noun: string;
}

/** What the script brings to life. Without it nothing here would work, so it is hidden until the script shows it. */
export function renderSearchBox({ filters, noun }: SearchBox): Markup {
  return html`<div id="search" class="search" role="search" hidden>
<p class="query"><label for="query">Find a word</label>
<input id="query" type="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></p>
${filters}<p class="folds"><button type="button" id="unfold">Unfold all</button> <button type="button" id="fold">Fold all</button></p>
<p id="count" role="status" data-noun="${noun}"></p>
</div>`;
}
