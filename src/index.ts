/** vocabsync as a library: check a configuration, compare it, plan it against an account, and carry the plan out. */
export type { ApplyEvent } from './apply/run.js';
export {
  type Base,
  type BaseSource,
  compare,
  compareDesired,
  type Head,
  loadBase,
  type Side,
} from './compare.js';
export { type ConfigSource, loadConfig } from './config/read/load.js';
export { findDrift } from './diff/drift.js';
export type { ApplyResult, StepResult, StepStatus } from './model/apply-result.js';
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
export type { Config, Consumer, Entry, Guards, Output, Vocabulary } from './model/config.js';
export type { Desired, DesiredList } from './model/desired.js';
export type { Diagnostic, Located, Location, Severity } from './model/diagnostic.js';
export type { Drift, DriftClass, DriftItem } from './model/drift.js';
export { type ErrorCode, type FailureClass, type RemoteFailure, VocabError } from './model/errors.js';
export type { Hotword, Remark, Remarks } from './model/hotword.js';
export type { BackedUpList, ListedList, ObservedList, QueriedList } from './model/observed.js';
export type { AccountIdentity, Allowance, Blocked, Plan, Quota, Shaping, Step } from './model/plan.js';
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
  Transport,
} from './model/ports.js';
export { loadPronunciation } from './pronunciation/load-pronunciation.js';
export {
  type Approved,
  type Checked,
  type CheckPorts,
  check,
  isConverged,
  openSession,
  type PlanOptions,
  plan,
  planRestore,
  type ReconcileOptions,
  reconcile,
  type Session,
  type SessionPorts,
} from './reconcile.js';
