/** Why a word, or all words of a list, do nothing. None of it is an error to the vendor. */
export type Idle =
  | { readonly kind: 'no-such-list'; readonly was_deleted: boolean }
  | { readonly kind: 'other-model'; readonly target_model: string; readonly model: string }
  | { readonly kind: 'not-ok'; readonly status: string }
  | { readonly kind: 'takes-no-lists' | 'takes-no-instant'; readonly model: string }
  /** The word's language, and those that the model reads of the hints. */
  | { readonly kind: 'lang'; readonly lang: string; readonly read: readonly string[] }
  | { readonly kind: 'left-out'; readonly limit: number }
  | { readonly kind: 'weight'; readonly weight: number; readonly needs: number }
  | { readonly kind: 'phrase-id' }
  | { readonly kind: 'not-given' };

/** Says it to people. */
export function sayIdle(idle: Idle): string {
  switch (idle.kind) {
    case 'no-such-list':
      return idle.was_deleted ? 'its list was deleted' : 'no list has this vocabulary_id';
    case 'other-model':
      return `its list was made for ${idle.target_model}, not for ${idle.model}`;
    case 'not-ok':
      return `its list is ${idle.status}, not OK`;
    case 'takes-no-lists':
      return `${idle.model} takes no lists`;
    case 'takes-no-instant':
      return `${idle.model} takes no instant hotwords`;
    case 'lang':
      return `its lang ${idle.lang} is not among the hints that are read: ${idle.read.join(', ')}`;
    case 'left-out':
      return `more than ${idle.limit.toLocaleString('en')} words came together, and this one was left out`;
    case 'weight':
      return `its weight ${idle.weight} is too low: here it takes ${idle.needs}`;
    case 'phrase-id':
      return 'phrase_id is an older mechanism, to which a list is nothing';
    case 'not-given':
      return 'it is in no list and no instant hotwords of this request';
  }
}
