import type { HotwordDiff } from './change.js';
import type { DesiredList } from './desired.js';
import type { Plan } from './plan.js';

/** A consumer that uses another list than before, or sends the words of other vocabularies. */
export interface MovedConsumer {
  readonly name: string;
  /** null: it had no list. */
  readonly from: DesiredList | null;
  /** null: it has no list. */
  readonly to: DesiredList | null;
  /** Names of the instant vocabularies whose words it sends; null: there was, or is, no such consumer. */
  readonly instant: { readonly from: readonly string[] | null; readonly to: readonly string[] | null };
  /** Whether its id is another one, its first, or none any more. */
  readonly has_other_id: boolean;
  /** From all the words that it recognised with to those that it recognises with now. */
  readonly hotwords: HotwordDiff;
}

/** Something beside words that is said in another way: one value, or a list of which some come and some go. */
export type SettingChange =
  | {
      /** As the key is written, such as `guards.max_deletes`. */
      readonly name: string;
      /** null: not set. */
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly name: string; readonly added: readonly string[]; readonly removed: readonly string[] };

/** What a change of the configuration comes to, told without asking any account. */
export interface Comparison {
  /** What it is compared with, as the user knows it: `origin/main (1a2b3c4)`, or a folder. */
  readonly base: string;
  /**
   * What apply would do in an account that holds exactly what the base asks for. A list of the base has its prefix for an id unless it is
   * pinned, so the digest says nothing.
   */
  readonly plan: Plan;
  readonly moved: readonly MovedConsumer[];
  /** Slots that the desired lists need, in the base and now. */
  readonly slots: { readonly before: number; readonly after: number };
  readonly settings: readonly SettingChange[];
  /** Where the base's lists are and stay, and where the new ones will be; null when it is the same account. */
  readonly move: { readonly from: string; readonly to: string } | null;
}
