/**
 * vocabsync as a library: whatever the commands do, for programs. `docs/library.md` has three of them to begin with.
 *
 * In short: `check` reads a configuration, `openAccount` opens the account that it is for, `plan` says what would change,
 * `apply` carries that out once it is approved, `collectIds` says what applications recognise with, and `draw` writes
 * down in any form what a `say…` function tells. `createEmulator` is an account for tests.
 *
 * What is wrong with what people wrote is in `diagnostics`; an operation that fails throws a `VocabError` with a code, a
 * message and a hint. Fields of data are spelt as the vendor spells them (`target_model`), and nothing is ever changed
 * in place.
 */

export type { ApplyEvent } from './apply/run.js';
export type { StoredList } from './emulator/account-state.js';
export type { Emulator, SeedList } from './emulator/emulator.js';
export type { Fault, FaultAction, FaultKind } from './emulator/faults.js';
export type { RecordingEntry } from './emulator/recognition/hearing/parse-recordings.js';
export type { RecognitionRecord } from './emulator/recognition/record.js';
export type { RequestRecord } from './emulator/request-record.js';
export { type EmulatorServer, type ServerAddress, serveEmulator } from './emulator/server.js';
export type { EmulatorSwitches } from './emulator/switches.js';
export type { Cost } from './hear/cost.js';
export type { HearEvent } from './hear/hear.js';
export {
  type Applied,
  type ApplyingOptions,
  type Approval,
  apply,
  type Project,
} from './library/apply.js';
export { type CheckSource, check } from './library/check.js';
export { systemClock } from './library/clock.js';
export {
  draw,
  type LookOptions,
  sayCheck,
  sayDiff,
  sayDrift,
  sayEvaluation,
  sayFailure,
  sayPlan,
  sayResult,
  type Told,
} from './library/draw.js';
export { createEmulator, type EmulatorOptions } from './library/emulator.js';
export {
  checkEvaluations,
  type EvaluatingOptions,
  type EvaluationAccess,
  evaluate,
} from './library/evaluate.js';
export type { Evaluated } from './library/evaluating/run.js';
export { openBackups, readBackups, readPlanFile, withAccountLock } from './library/files.js';
export { type Machine, thisMachine } from './library/machine.js';
export { type OpenAccount, type OpenOptions, openAccount } from './library/open-account.js';
export { openRecogniser, type RecognitionOptions } from './library/open-recogniser.js';
export { openRemote } from './library/open-remote.js';
export { diff } from './library/planning/diff.js';
export { drift } from './library/planning/drift.js';
export { type PlanningOptions, plan, planRestore } from './library/planning/plan.js';
export { publishIds } from './library/publish-ids.js';
export type { ApiKey, RemoteOptions, RemoteTarget } from './library/reach-vendor.js';
export { requireUsable, type Usable } from './library/require-usable.js';
export { version } from './library/version.js';
export {
  type Catalogue,
  catalogueDate,
  catalogueWith,
  type Family,
  type ModelAddition,
  type Region,
  type TargetModel,
} from './model/catalogue/target-models.js';
export type { Action, Change, HotwordDiff, Reason } from './model/change.js';
export type { Comparison, MovedConsumer } from './model/comparison.js';
export {
  type Config,
  type Consumer,
  type Entry,
  type Guards,
  type InstantVocabulary,
  type ListVocabulary,
  type Output,
  type OutputFormat,
  outputFormats,
  type Vocabulary,
} from './model/config.js';
export type { Desired, DesiredConsumer, DesiredList } from './model/desired.js';
export {
  type Diagnostic,
  hasErrors,
  type Located,
  type Location,
  type Severity,
} from './model/diagnostic.js';
export type { Drift, DriftClass, DriftItem } from './model/drift.js';
export {
  type ErrorCode,
  type FailureClass,
  isVocabError,
  type RemoteFailure,
  TransportFailure,
  type TransportPhase,
  VocabError,
} from './model/errors.js';
export type { Evaluation } from './model/evaluation/evaluation.js';
export type { Hotword, Remark, Remarks } from './model/hotword.js';
export type { InstantChange, ReplacedList } from './model/instant/instant-change.js';
export type { InstantWords } from './model/instant/instant-words.js';
export type { SentWords } from './model/instant/sent-words.js';
export type { BackedUpList, ListedList, ObservedList, QueriedList } from './model/observed.js';
export type {
  AccountIdentity,
  Blocked,
  BlockRule,
  Plan,
  Publishable,
  Quota,
  ReviewedPlan,
  Shaping,
  Step,
} from './model/plan.js';
export type {
  Answer,
  Clock,
  HttpRequest,
  HttpResponse,
  ListPage,
  NewList,
  Pronounce,
  Random,
  Remote,
  RoughReading,
  Transport,
} from './model/ports.js';
export {
  type Audio,
  type Dial,
  DialRefused,
  type DialRequest,
  type Duplex,
  type Recognised,
  type Recogniser,
  type RecognitionTask,
} from './model/recognition/recogniser.js';
export type { ApplyResult, StepResult, StepStatus } from './model/result/apply-result.js';
export type { PublishedOutputs } from './model/result/outputs.js';
export type {
  Ids,
  PublishedConsumer,
  PublishedContent,
  PublishedFile,
  PublishedList,
  ToldConsumer,
} from './model/result/published.js';
export type { Checked } from './pipelines/check.js';
export { isConverged, type Session } from './pipelines/reconcile.js';
export { type Format, formatOf, formats } from './report/forms.js';
export { collectIds } from './report/ids/collect-ids.js';
export { type IneffectiveList, ineffectiveLists } from './report/ids/ineffective-lists.js';
export { renderIds } from './report/ids/render-ids.js';
export type { Backups } from './workspace/save-backups.js';
export { type WholeFileOptions, writeWhole } from './workspace/whole-file.js';
