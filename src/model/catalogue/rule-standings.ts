import type { RuleLevel, Severity } from '../diagnostic.js';

/*
 * How each rule of docs/rules.md is reported, and what `rules:` in a configuration may say of it. What makes a
 * configuration unusable, what the vendor refuses or silently ignores, and what somebody else has to see is not for the
 * configuration to play down.
 */

/** About what people wrote, and may well mean: any level. */
const doubts = {
  'audio-channels': 'warning',
  'audio-cut-off': 'warning',
  'audio-format-unusual': 'warning',
  'audio-goes-on': 'warning',
  'audio-large': 'warning',
  'audio-poor': 'warning',
  'clips-same-audio': 'warning',
  'hotword-expired': 'warning',
  'hotword-comment': 'warning',
  'hotword-joined': 'warning',
  'hotword-letterless': 'warning',
  'hotword-limit-disputed': 'warning',
  'hotword-partly-unheard': 'info',
  'hotword-punctuation': 'warning',
  // A consumer that no configuration names may hear it.
  'hotword-unheard': 'error',
  'duplicate-hotword': 'warning',
  'include-empty': 'warning',
  'include-other-model': 'warning',
  'include-unread': 'warning',
  'instant-fields': 'warning',
  'instant-unsent': 'warning',
  'lang-other-script': 'warning',
  'lang-unusual': 'warning',
  'language-hint-unusual': 'warning',
  'language-hints-unread': 'warning',
  'look-alike-character': 'warning',
  'many-heavy-hotwords': 'warning',
  'near-duplicate': 'warning',
  'part-outweighs-whole': 'warning',
  'prefix-of-ten': 'warning',
  'prefix-outside-namespace': 'info',
  'previous-prefix-removed': 'warning',
  'request-limit-unclear': 'warning',
  'request-super-hotwords': 'warning',
  'request-weights-differ': 'warning',
  'sounds-alike': 'warning',
  'txt-comment': 'warning',
  'txt-header': 'warning',
  'txt-label': 'warning',
  'txt-list-marker': 'warning',
  'txt-punctuation': 'warning',
  'txt-quotes': 'warning',
  'txt-separator': 'warning',
  'txt-weights': 'warning',
  'weights-differ': 'warning',
} as const satisfies Record<string, Severity>;

/** About what the account holds. What shall stop a plan blocks it: an error would be the configuration's. */
const ofTheAccount = {
  'account-named-alike': 'warning',
  'account-unnamed': 'warning',
  'allowance-unused': 'warning',
  'deploy-first': 'warning',
  'duplicate-will-dispute': 'warning',
  'instant-words-unpublished': 'warning',
  'list-not-ready': 'warning',
  'list-until-deployed': 'warning',
  'more-lists-than-quota': 'warning',
  'no-word-in-common': 'warning',
  'previous-prefix-missing': 'warning',
  'published-model-differs': 'warning',
  'removed-not-there': 'info',
  'restore-not-kept': 'warning',
  'restore-other-account': 'warning',
  'server-clock-unreadable': 'warning',
  'words-until-deployed': 'info',
} as const satisfies Record<string, Severity>;

/** What no configuration plays down, by the reason. */
const fixed = {
  'it says what one run of a command does with a file': [
    'baseline-incomparable',
    'fmt-explicit-key',
    'fmt-long-key',
    'fmt-unknown-file',
    'import-joined',
    'import-lost',
    'import-present',
    'import-weight',
  ],
  'nobody can tell what the configuration asks for': [
    'config-missing',
    'consumer-two-lists',
    'consumer-vocabularies-twice',
    'consumer-vocabulary-repeated',
    'contradictory-hotword',
    'csv-header',
    'csv-row',
    'csv-syntax',
    'dotenv-collision',
    'duplicate-consumer',
    'duplicate-evaluation',
    'duplicate-key',
    'duplicate-list',
    'duplicate-name',
    'evaluation-consumer-unknown',
    'expires-invalid',
    'extra-invalid',
    'file-empty',
    'file-missing',
    'file-too-large',
    'file-unreadable',
    'hotword-empty',
    'hotword-invalid',
    'include-form',
    'include-format',
    'include-nested',
    'include-twice',
    'invalid-value',
    'json-syntax',
    'lang-invalid',
    'instant-prefix',
    'instant-vocabulary-id',
    'missing-key',
    'not-text',
    'not-utf8',
    'note-invalid',
    'output-over-source',
    'output-twice',
    'path-outside',
    'pattern-too-broad',
    'pattern-without-match',
    'previous-prefix-in-use',
    'protect-invalid',
    'prune-missing',
    'prune-without-namespace',
    'removed-but-desired',
    'removed-but-protected',
    'removed-invalid',
    'request-weights-contradict',
    'rule-fixed',
    'rule-unknown',
    'target-model-missing',
    'target-model-twice',
    'txt-columns',
    'unknown-key',
    'version-unsupported',
    'vocabulary-empty',
    'vocabulary-id-mismatch',
    'weight-invalid',
    'yaml-alias',
    'yaml-aliases',
    'yaml-documents',
    'yaml-key',
    'yaml-merge-key',
    'yaml-syntax',
    'yaml-tag',
    'yaml-too-deep',
    'yaml-too-large',
  ],
  'nobody can tell which recordings are meant, or what is said in them': [
    'clips-audio-missing',
    'clips-empty',
    'clips-file',
    'clips-form',
    'clips-outside',
    'clips-syntax',
    'clips-text-missing',
    'clips-too-many',
    'clips-twice',
    'clips-url',
    'clips-wordless',
  ],
  'the vendor refuses it, or the words silently do nothing': [
    'consumer-model-mismatch',
    'consumer-vocabulary-unknown',
    'hotword-hidden-character',
    'hotword-too-long',
    'hotword-too-many-words',
    'lang-unsupported',
    'model-not-in-region',
    'model-not-instant',
    'model-unknown',
    'more-lists-than-slots',
    'prefix-invalid',
    'request-too-many-hotwords',
    'too-many-hotwords',
    'too-many-super-hotwords',
    'weight-out-of-range',
  ],
  'the vendor refuses the recording, or hears nothing in it': [
    'audio-empty',
    'audio-encoding',
    'audio-format',
    'audio-missing',
    'audio-not-mono',
    'audio-not-wav',
    'audio-only-local',
    'audio-only-url',
    'audio-rate',
    'audio-too-large',
    'audio-too-long',
    'audio-url',
  ],
  'whoever reads the repository would have a key': [
    'endpoint-untrusted',
    'hotword-like-key',
    'key-in-config',
  ],
  'it blocks a plan; guards and --allow are for that': [
    'drop-fields',
    'hotword-loss',
    'max-deletes',
    'no-slot',
    'pinned-list-missing',
    'rival',
  ],
  'whoever reviews the change has to see it': [
    'base-has-errors',
    'base-unreadable',
    'base-without-config',
    'expires-changed',
    'guard-lifted',
    'instant-words-lost',
    'setting-changed',
  ],
} as const satisfies Record<string, readonly string[]>;

/** What may be said of one rule. */
export interface Standing {
  /** null: its severity is not for `rules:` to say. */
  readonly severity: Severity | null;
  /** What `rules:` may set it to; nothing for a rule that is fixed. */
  readonly levels: readonly RuleLevel[];
  /** Why no more than that. */
  readonly reason: string;
}

export const ruleLevels = ['off', 'info', 'warning', 'error'] as const satisfies readonly RuleLevel[];
const belowError = ruleLevels.filter((level) => level !== 'error');
const aboutTheAccount = 'it is about the account, and what shall stop a plan there blocks it';

/** Every rule there is, by its id. */
export const standings: ReadonlyMap<string, Standing> = new Map([
  ...Object.entries(doubts).map(
    ([rule, severity]): Line => [rule, { severity, levels: ruleLevels, reason: '' }],
  ),
  ...Object.entries(ofTheAccount).map(
    ([rule, severity]): Line => [rule, { severity, levels: belowError, reason: aboutTheAccount }],
  ),
  ...Object.entries(fixed).flatMap(([reason, rules]) =>
    rules.map((rule): Line => [rule, { severity: null, levels: [], reason }]),
  ),
]);

type Line = readonly [rule: string, standing: Standing];
