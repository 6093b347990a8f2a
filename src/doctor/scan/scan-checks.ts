import type { Change } from '../../model/change.js';
import type { Evidence } from '../../model/checks/check.js';
import type { QueriedList } from '../../model/observed.js';
import { type Finding, ok, orWell, problem, unanswered, withScan } from '../examination.js';
import type { Facts, Scan } from '../facts.js';
import { mismatch, pairingHint } from '../lists/one-list.js';
import { isPhraseId } from './assigned-name.js';
import type { Mention, NearbyModel, Reference } from './mention.js';

/** Does each id in the source code exist, and is it the list that the configuration binds? */
export const idsExist = withScan((scan, facts) => {
  if (scan.mentions.length === 0) return [ok(`no vocabulary_id in ${sizeOf(scan)}`, leftOut(scan))];
  const { account } = facts;
  if (!account.done) return [unanswered(account.error)];
  const known = new Set(account.value.known_ids);
  const groups = byId(scan.mentions);
  const gone = allGone(groups.filter(([id]) => !known.has(id)));
  const stray = groups.flatMap(([id, mentions]) => notBound(changeOf(id, facts), id, mentions));
  return orWell([...gone, ...stray], () =>
    ok(`${countOf(groups.length, 'list')} named in ${sizeOf(scan)}, all of them there`, [
      ...groups.flatMap(([id, mentions]) =>
        mentions.map((mention) => place(mention, ownerOf(changeOf(id, facts)))),
      ),
      ...leftOut(scan),
    ]),
  );
});

/** So many are said one by one; more of them have one cause. */
const mostAlone = 5;

function allGone(gone: readonly (readonly [string, readonly Mention[]])[]): Finding[] {
  if (gone.length <= mostAlone) return gone.map(([id, mentions]) => absent(id, mentions));
  return [
    problem(
      'fail',
      {
        message: `${gone.length} different ids are named in source code that the account does not hold: recognition silently ignores them`,
        hint: 'are key and region those of the account that has them? If so, they were deleted: read the ids from a file under `outputs`',
      },
      gone.flatMap(([, mentions]) => mentions.map((mention) => place(mention))),
    ),
  ];
}

function absent(vocabulary_id: string, mentions: readonly Mention[]): Finding {
  return problem(
    'fail',
    {
      message: `${vocabulary_id} is named in source code, and the account holds no such list: recognition silently ignores it`,
      hint: 'it was deleted, or it is of another account or region: take the id that `vocabsync ids` prints, or better, read it from a file under `outputs`',
    },
    mentions.map((mention) => place(mention)),
  );
}

/** One that is about to go, or that nobody can be sure of. */
function notBound(change: Change | null, vocabulary_id: string, mentions: readonly Mention[]): Finding[] {
  if (change === null || change.after !== null) return [];
  const instead = change.replaced_by === null ? '' : `; ${change.replaced_by} takes its place`;
  return [
    problem(
      'warn',
      {
        message: `${vocabulary_id} is named in source code, and is no list of a vocabulary any more (${change.reason})${instead}`,
        hint: 'let the program use the id that `vocabsync ids` prints for its vocabulary, before this one goes',
      },
      mentions.map((mention) => place(mention)),
    ),
  ];
}

/** Does the model that stands beside an id fit its list? */
export const modelsPair = withScan((scan, facts) => {
  if (scan.mentions.length === 0) return [ok(`no vocabulary_id in ${sizeOf(scan)}`)];
  if (!facts.account.done) return [unanswered(facts.account.error)];
  const judged = scan.mentions.map((mention) => ({
    mention,
    list: listOf(mention.vocabulary_id, scan, facts),
  }));
  // Of a list that is not there, nobody knows the model.
  const known = judged.filter(({ list }) => list !== null);
  const beside = known.filter(({ mention }) => mention.model?.beside === true).length;
  return orWell(misfits(judged, facts), () =>
    ok(
      `${beside} of ${countOf(judged.length, 'id')} with a model beside, each the one of the list`,
      judged.map(({ mention }) =>
        place(mention, mention.model === null ? 'no model beside it' : `beside ${mention.model.name}`),
      ),
    ),
  );
});

interface Judged {
  readonly mention: Mention;
  readonly list: Pick<QueriedList, 'target_model'> | null;
}

/** One finding for each list and model, however often the two stand beside each other. */
function misfits(judged: readonly Judged[], facts: Facts): Finding[] {
  const pairs = new Map<string, { readonly finding: MisfitDraft; readonly evidence: Evidence[] }>();
  for (const { mention, list } of judged) {
    const { model, vocabulary_id } = mention;
    if (model === null || list === null || model.name === list.target_model) continue;
    const key = `${vocabulary_id} ${model.name} ${model.beside}`;
    const known = pairs.get(key) ?? {
      finding: draftMisfit(mention, { model, target_model: list.target_model }, facts),
      evidence: [],
    };
    known.evidence.push(place(mention), { text: `beside ${model.name}`, location: model.location });
    pairs.set(key, known);
  }
  return [...pairs.values()].map(({ finding: { status, ...texts }, evidence }) =>
    problem(status, texts, evidence),
  );
}

interface MisfitDraft {
  readonly status: 'warn' | 'fail';
  readonly message: string;
  readonly hint: string;
}

function draftMisfit(
  { vocabulary_id }: Mention,
  { model: { name, beside }, target_model }: { readonly model: NearbyModel; readonly target_model: string },
  facts: Facts,
): MisfitDraft {
  const pair = { model: name, target_model };
  const made = `${vocabulary_id} is made for ${target_model}`;
  return {
    // What only is not far away may belong to something else.
    status: beside ? 'fail' : 'warn',
    message: beside ? mismatch(made, pair) : `${made}; the nearest model in the file is ${name}`,
    hint: pairingHint(pair, facts),
  };
}

/** Is an id passed as `phrase_id`? That is another thing, and with these models it does nothing. */
export const noIdIsAPhrase = withScan((scan) => {
  const direct = scan.mentions
    .filter(({ name }) => name !== null && isPhraseId(name))
    .map((mention) => ({ mention, seen: [place(mention, `passed as ${mention.name}`)] }));
  const indirect = scan.references.flatMap((reference) => {
    const mention = scan.mentions.find((one) => isMeant(one, reference));
    if (mention === undefined) return [];
    const { location, spelling } = reference;
    const text = `${mention.name} is passed as ${spelling}`;
    return [{ mention, seen: [{ text, location }, place(mention)] }];
  });
  const passed = [...direct, ...indirect];
  const ids = [...new Set(passed.map(({ mention }) => mention.vocabulary_id))];
  return orWell(
    ids.map((id) =>
      asPhrase(
        id,
        passed.filter(({ mention }) => mention.vocabulary_id === id).flatMap(({ seen }) => seen),
      ),
    ),
    () => ok(`no vocabulary_id is passed as phrase_id in ${sizeOf(scan)}`),
  );
});

function asPhrase(vocabulary_id: string, evidence: readonly Evidence[]): Finding {
  return problem(
    'fail',
    {
      message: `${vocabulary_id} is passed as phrase_id, which is something else: its words silently do nothing`,
      hint: 'pass it as `vocabulary_id` (`vocabularyId` in Java), together with exactly the model of the list',
    },
    evidence,
  );
}

/** In one file any name counts; from file to file only one that is written like a variable of the environment. */
function isMeant({ name, location }: Mention, reference: Reference): boolean {
  const own = name?.split(/[.-]/).at(-1) ?? '';
  if (own === '' || isPhraseId(own) || !reference.names.includes(own)) return false;
  return location.file === reference.location.file || /^[A-Z][A-Z0-9_]{5,}$/.test(own);
}

/** A list that is not ours is known only if it was asked for. */
function listOf(
  vocabulary_id: string,
  { queried }: Scan,
  facts: Facts,
): Pick<QueriedList, 'target_model'> | null {
  return changeOf(vocabulary_id, facts)?.before ?? queried.get(vocabulary_id) ?? null;
}

function changeOf(vocabulary_id: string, { account }: Facts): Change | null {
  const changes = account.done ? (account.value.plan?.changes ?? []) : [];
  return changes.find(({ before }) => before?.vocabulary_id === vocabulary_id) ?? null;
}

function ownerOf(change: Change | null): string {
  return change === null ? 'of no vocabulary here' : change.address;
}

function place({ vocabulary_id, location }: Mention, about?: string): Evidence {
  return {
    text: about === undefined ? vocabulary_id : `${vocabulary_id}: ${about}`,
    vocabulary_id,
    location,
  };
}

function leftOut({ left_out }: Scan): string[] {
  return left_out.map((what) => `not read: ${what}`);
}

function sizeOf({ files, root }: Scan): string {
  return `${countOf(files, 'file')} of ${root}`;
}

function countOf(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function byId(mentions: readonly Mention[]): (readonly [string, Mention[]])[] {
  const ids = [...new Set(mentions.map(({ vocabulary_id }) => vocabulary_id))];
  return ids.map((id) => [id, mentions.filter(({ vocabulary_id }) => vocabulary_id === id)] as const);
}

/** Was everything read? */
export const scanIsWhole = withScan((scan) => {
  if (!scan.is_cut) return [ok(`${sizeOf(scan)} were read`, leftOut(scan))];
  return [
    problem(
      'warn',
      {
        message: `only the first ${sizeOf(scan)} were read`,
        hint: 'name a smaller folder, such as the one with the sources',
      },
      leftOut(scan),
    ),
  ];
});
