import { readManifest } from '../../src/config/clips/read-manifest.js';
import { createSource } from '../../src/config/text/source.js';
import { draw, sayCheck } from '../../src/library/draw.js';
import { hasErrors } from '../../src/model/diagnostic.js';
import type { Clip } from '../../src/model/evaluation/clip.js';
import { blotOut, findKeys } from '../../src/model/text/secrets.js';
import { formats } from '../../src/report/forms.js';
import type { Chance } from '../support/chance.js';
import { aKey, unplaced } from './read-config.js';

const file = 'clips/rounds.jsonl';

/** A manifest given to `eval`: clips that may be read and fetched, or errors at their places. */
export async function readClips(text: string, chance: Chance): Promise<string[]> {
  const { clips, diagnostics } = readManifest(text, file);
  const source = createSource(file, text.replace(/^\ufeff/, '')).text;
  const sources = new Map([[file, blotOut(source, findKeys(source))]]);
  const checked = { config: null, desired: null, diagnostics, sources };
  const told = await draw(chance.pick(formats), sayCheck(checked), { verbose: chance.is(0.5) });
  const lines = new Map([[file, source.split('\n')]]);
  return [
    ...(clips.length > 0 || hasErrors(diagnostics) ? [] : ['there is neither a clip nor an error']),
    ...clips.flatMap(unfit),
    ...diagnostics.flatMap((found) => unplaced(found, lines)),
    ...(aKey.test(JSON.stringify(diagnostics)) || aKey.test(told) ? ['a key is told'] : []),
  ];
}

function unfit({ path, url, text }: Clip): string[] {
  const isOut = path !== null && /^\/|^[A-Za-z]:\/|\\|^\.\.(?:\/|$)|\p{Cc}|(?:^|\/)\.git(?:\/|$)/u.test(path);
  return [
    ...(isOut ? [`it leads to ${path}`] : []),
    // Behind the host, an @ is a character as any other.
    ...(url === null || /^https:\/\/[^\s@#/?]+(?:[/?][^\s#]*)?$/i.test(url)
      ? []
      : [`it is fetched from ${url}`]),
    ...(path === null && url === null ? ['it is nowhere'] : []),
    ...(text.trim() === '' ? ['nothing is said'] : []),
  ];
}
