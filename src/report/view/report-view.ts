import type { Action } from '../../model/change.js';
import type { Location } from '../../model/diagnostic.js';
import type { DriftClass } from '../../model/drift.js';
import type { StepOp } from '../../model/plan.js';
import type { DiagnosticView } from './diagnostics.js';
import type { WordRow } from './word-rows.js';

/*
 * What every rendering says, in words, before it is decided how it looks. A plan, a comparison and a drift are each
 * made into one of these, and every form (terminal, Markdown, HTML, annotations) draws it, so that no form says more or
 * other than the next. All texts are one line each and have gone through `printable`; they still need the escaping of
 * the form they are put into.
 */

/** Carries the meaning without colour. A blank: nothing happens to the list. */
export type Symbol = '+' | '~' | '-' | '=' | ' ';

export type ReportKind = 'plan' | 'diff' | 'drift';

/**
 * clean: nothing to do or to see · waiting: nothing to do, and a list that recognition ignores until it is `OK` ·
 * changes · blocked: there are changes, and something holds them back.
 */
export type ReportState = 'clean' | 'waiting' | 'changes' | 'blocked';

export interface ReportView {
  readonly kind: ReportKind;
  /** `Plan`, `Diff`, `Drift` */
  readonly title: string;
  readonly state: ReportState;
  /** `1 to create, 2 to update, 3 unchanged`, or that there is nothing. */
  readonly headline: string;
  /** The account, or what it is compared with. */
  readonly where: string;
  /** The server's time when the account was read, ISO 8601; null when unknown or when no account was read. */
  readonly as_of: string | null;
  readonly quota: QuotaView;
  /** How far it reaches: lists, words, consumers. A sentence each; none when nothing is written. */
  readonly impact: readonly string[];
  /** Names of the consumers that must be given a new id. */
  readonly redeploy: readonly string[];
  /** Names of those that must be deployed with the published file for the words that they send, and get no new id. */
  readonly redeploy_words: readonly string[];
  readonly consumers: readonly ConsumerView[];
  /** What the consumers are listed for. */
  readonly consumers_title: string;
  /** What the column is called that says what they recognise with. */
  readonly consumers_list: 'List' | 'List or vocabulary';
  /** In the order of the plan, without those that stay as they are. */
  readonly changes: readonly ChangeView[];
  readonly unchanged: readonly UnchangedView[];
  /** Vocabularies without a list, apart from those that have one: never created, updated or deleted. */
  readonly instant: readonly InstantView[];
  readonly steps: readonly StepView[];
  /** `vocab-… (OK, made 2026-11-20 10:12:01)`: all that the listing tells, since they are never queried. */
  readonly unmanaged: readonly string[];
  readonly blocked: readonly BlockedView[];
  /** Errors first, then warnings, then infos; each in reading order. */
  readonly diagnostics: readonly DiagnosticView[];
  /** What the symbols mean that are used here. */
  readonly legend: readonly LegendEntry[];
  /** What is approved by approving this; null where nothing can be. */
  readonly digest: string | null;
}

export interface QuotaView {
  readonly limit: number;
  /** Slots taken by lists of ours, before anything is done. */
  readonly ours: number;
  readonly unmanaged: number;
  /** The most slots taken at any time of the run. */
  readonly peak: number;
  /** Whether every step finds its slot, in an account that does not hold more than it may. */
  readonly safe: boolean;
  /** `5 of 10 slots in use (1 unmanaged), at most 6 during the run, 5 after it` */
  readonly sentence: string;
}

export interface ChangeView {
  readonly symbol: Symbol;
  /** How the change is called: the action, or the class of a drift. */
  readonly label: Action | DriftClass | 'superseded' | 'protected';
  readonly address: string;
  /** The id, or what a new list will be. */
  readonly identity: string;
  /** Who answers for its vocabulary; empty when nobody is named. */
  readonly owner: string;
  /** Why, as a clause; empty when the action says it all. */
  readonly because: string;
  readonly rows: readonly WordRow[];
  /** `+3 ~1 -2, 206 unchanged` */
  readonly tally: string;
  readonly consumers: readonly string[];
  /** What has to be done outside of vocabsync; empty when nothing. */
  readonly consequence: string;
  /** `not before 2026-11-22T10:05:00Z (in 4 min 12 s)`; empty when at once. */
  readonly cooldown: string;
  /** Where its vocabulary stands; null for a list that no vocabulary names. */
  readonly location: Location | null;
}

export interface WordCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface UnchangedView {
  readonly address: string;
  readonly identity: string;
  /** As a change's. */
  readonly owner: string;
  readonly hotwords: number;
  readonly consumers: readonly string[];
}

/** A vocabulary whose words go with each request. */
export interface InstantView {
  /** A blank where nothing changes, or nobody can know. */
  readonly symbol: Symbol;
  readonly label: 'instant' | 'new' | 'changed' | 'gone' | 'unchanged' | 'now instant' | 'now a list';
  readonly name: string;
  readonly models: readonly string[];
  /** As a change's. */
  readonly owner: string;
  /** `12 hotwords`, or what comes, goes and changes. */
  readonly tally: string;
  /** In a comparison what differs, in a plan all that is sent. */
  readonly rows: readonly WordRow[];
  readonly consumers: readonly string[];
  /** What it takes the place of, and what its consumers have to do: a clause each. */
  readonly notes: readonly string[];
  /** Where it stands; null for one that is gone. */
  readonly location: Location | null;
}

/** Why a consumer must be deployed again; `words`: for what it sends with its requests, which comes with no new id. */
export type Redeploy = 'new id' | 'words' | 'no';

/** What a consumer gets out of it. */
export interface ConsumerView {
  readonly name: string;
  /** Address of the list it uses, or shall use, and names of the instant vocabularies whose words it sends. */
  readonly address: string;
  /** `no`: its list changes under it. */
  readonly redeploy: Redeploy;
  /** `+2 ~1 -1 hotwords, at once` */
  readonly effect: string;
}

export interface StepView {
  readonly id: string;
  readonly symbol: Symbol;
  readonly op: StepOp;
  readonly address: string;
  readonly after: readonly string[];
  readonly slots_after: number;
  /** As a change's. */
  readonly cooldown: string;
}

export interface BlockedView {
  readonly rule: string;
  readonly message: string;
  /** Ways out; several where the user has the choice. */
  readonly hints: readonly string[];
  readonly location: Location | null;
}

export interface LegendEntry {
  readonly symbol: Symbol;
  readonly meaning: string;
}
