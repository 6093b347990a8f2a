import { escapeHtml } from '../model/text/html.js';
import type { Form } from './form.js';
import { titled } from './layout.js';
import type { CheckView } from './view/checks-view.js';
import { pointOfWord } from './view/evaluation/evaluation-points.js';
import type { EvaluatedView } from './view/evaluation-view.js';
import { allEvaluations, type OverviewRow } from './view/overview-view.js';
import {
  type Point,
  pointOfCheck,
  pointOfError,
  pointsOfDiagnostics,
  pointsOfFailure,
  pointsOfFiles,
} from './view/points.js';
import type { ChangeView, InstantView, ReportView } from './view/report-view.js';
import type { ResultView, StepResultView } from './view/result-view.js';

/*
 * JUnit's XML, the format in which CI servers take results of tests: a case for every list, step and rule. There is no
 * specification; the form is what Jenkins, GitLab and Azure read: testsuites, testsuite, testcase, and in it failure,
 * error or skipped, with `message` and a text.
 */

interface Case {
  readonly name: string;
  /** How it ended; null: well. */
  readonly ending: 'failure' | 'error' | 'skipped' | null;
  /** A rule, an error code, or what happens to the list. */
  readonly type: string;
  readonly text: string;
  readonly file?: string | undefined;
}

/** Results of tests for a CI server. */
export const form: Form = {
  report({ view }, { account }) {
    const report = view();
    return render({ kind: report.kind, account }, casesOfReport(report));
  },
  result({ view }, { account }) {
    const result = view();
    const { kind, steps, converged, finale, next, output_error, diagnostics } = result;
    const text = [finale, ...next].join('\n');
    const whole: Case = {
      name: 'the account',
      type: 'converged',
      text,
      ending: converged ? null : 'failure',
    };
    const unwritten = output_error === null ? [] : [caseOfPoint(pointOfError(output_error))];
    const found = pointsOfDiagnostics({ diagnostics }).map(caseOfPoint);
    return render({ kind, account }, [...steps.map(caseOfStep), whole, ...unwritten, ...found]);
  },
  failure({ view }, { account }) {
    const { report, ...failure } = view();
    const [cause, ...found] = pointsOfFailure({ ...failure, report: null });
    const why: Case[] = cause === undefined ? [] : [{ ...caseOfPoint(cause), ending: 'error' }];
    const told = found.map(caseOfPoint);
    const isTold = ({ type, text }: Case) => told.some((one) => one.type === type && one.text === text);
    const planned = report === null ? [] : casesOfReport(report).filter((one) => !isTold(one));
    return render({ kind: failure.kind, account }, [...why, ...told, ...planned]);
  },
  overview({ view }) {
    const { kind, rows } = view();
    const heard = allEvaluations(view()).flatMap(casesOfEvaluation);
    return render({ kind, account: null }, [...rows.map(caseOfAccount), ...heard]);
  },
  files({ view }, { account }) {
    const { kind, headline, ...files } = view();
    const whole = passed('the files', 'written', headline);
    return render({ kind, account }, [
      whole,
      ...pointsOfFiles({ kind, headline, ...files }).map(caseOfPoint),
    ]);
  },
  diagnostics({ view }, { account }) {
    const checked = view();
    const verdict = checked.verdict ?? checked.counts;
    const whole: Case = {
      name: 'the configuration',
      ending: checked.verdict === null ? 'failure' : null,
      type: 'valid',
      text: verdict,
    };
    const points = pointsOfDiagnostics(checked).map(caseOfPoint);
    return render({ kind: checked.kind, account }, [whole, ...points]);
  },
  checks({ view }, { account }) {
    return render({ kind: 'doctor', account }, view().checks.map(caseOfCheck));
  },
  evaluation({ view }, { account }) {
    const { evaluations, diagnostics } = view();
    const points = pointsOfDiagnostics({ diagnostics }).map(caseOfPoint);
    return render({ kind: 'eval', account }, [...evaluations.flatMap(casesOfEvaluation), ...points]);
  },
};

/**
 * An evaluation passes or fails as a whole, and so does what it is held against. A word is a case that passes and says
 * what became of it, since no exit code comes of its verdict; one that nobody said is skipped.
 */
function casesOfEvaluation(evaluated: EvaluatedView): Case[] {
  const { name, headline, state, findings, reached, gains, words, location } = evaluated;
  const whole: Case = {
    name,
    ending: state === 'blocked' ? 'failure' : null,
    type: 'evaluation',
    text: [headline, ...reached, ...gains].join('\n'),
    file: location?.file,
  };
  const found = findings.map(({ kind, about, level, message, cause, hint, location: at }): Case => {
    const ending = level === 'error' ? (kind === 'clip-failed' ? 'error' : 'failure') : null;
    const said = [message, cause, hint].filter((line) => line !== null).join('\n');
    return { name: `${name}: ${kind} ${about}`, ending, type: `eval-${kind}`, text: said, file: at?.file };
  });
  const tested = words.map((word): Case => {
    const { id, message, location: at } = pointOfWord(word, evaluated);
    const ending = word.verdict === 'not_spoken' || word.verdict === 'not_measured' ? 'skipped' : null;
    return { name: `${name}: ${word.word}`, ending, type: id, text: message, file: at?.file };
  });
  return [whole, ...found, ...tested];
}

/** A warning passes, and a check that could not be made is skipped. */
function caseOfCheck(check: CheckView, index: number, all: readonly CheckView[]): Case {
  const { message, location } = pointOfCheck(check);
  const nth = all.slice(0, index + 1).filter(({ id }) => id === check.id).length;
  const name = nth === 1 ? check.id : `${check.id} (${nth})`;
  const ending = check.status === 'fail' ? 'failure' : check.status === 'skipped' ? 'skipped' : null;
  return { name, ending, type: check.status, text: message, file: location?.file };
}

/** An account is a test that passes while nothing failed and nothing holds it back. */
function caseOfAccount({ account, state, headline, details, config }: OverviewRow): Case {
  const isWell = state === 'clean' || state === 'changes' || state === 'waiting';
  // Where a run has not come to its end, a list that is not OK is no more than a warning.
  const found = state === 'failed' || state === 'partly' ? (details?.diagnostics ?? []) : [];
  const reasons = [...(details?.blocked ?? []), ...found].map(({ message }) => message);
  return {
    name: account,
    ending: isWell ? null : state === 'failed' ? 'error' : 'failure',
    type: state,
    text: [headline, ...reasons, ...(details?.notes ?? [])].join('\n'),
    file: config ?? undefined,
  };
}

function casesOfReport(report: ReportView): Case[] {
  const lists = report.changes.map((change) => caseOfChange(change, report));
  const unchanged = report.unchanged.map(({ address, identity }) => passed(address, 'unchanged', identity));
  const instant = report.instant.map((one) => caseOfInstant(one, report));
  return [...problems(report), ...lists, ...unchanged, ...instant];
}

/** What holds back and what was found; a comparison or a drift applies nothing, so nothing is held back there. */
function problems(report: ReportView): Case[] {
  const blocked = report.blocked.map(({ rule, message, hints }): Case => {
    const ending = report.kind === 'plan' ? 'failure' : null;
    return { name: rule, ending, type: rule, text: [message, ...hints].join('\n') };
  });
  return [...blocked, ...pointsOfDiagnostics(report).map(caseOfPoint)];
}

/** Only an error fails: a warning that fails a pipeline is soon no warning any more. */
function caseOfPoint({ id, level, message, location }: Point): Case {
  const ending = level === 'error' ? 'failure' : null;
  const name = location === null ? id : `${id} at ${location.file}:${location.line}:${location.column}`;
  return { name, ending, type: id, text: message, file: location?.file };
}

/** A change is what was asked for; a drift is what nobody asked for, unless it is kept on purpose. */
function caseOfChange(change: ChangeView, { kind }: ReportView): Case {
  const { label, address, tally, because, location } = change;
  const isDrift = kind === 'drift' && label !== 'superseded' && label !== 'protected';
  const text = [label, tally, because].filter((part) => part !== '').join('\n');
  const ending = isDrift ? 'failure' : null;
  return { name: address, ending, type: `${kind}-${label}`, text, file: location?.file };
}

/** Nothing of the account can be wrong with it. */
function caseOfInstant({ label, name, tally, notes, location }: InstantView, { kind }: ReportView): Case {
  const text = [label, `${tally}, no slot`, ...notes].join('\n');
  return { name, ending: null, type: `${kind}-instant`, text, file: location?.file };
}

const endings: Readonly<Record<StepResultView['status'], Case['ending']>> = {
  done: null,
  failed: 'failure',
  skipped: 'skipped',
  unknown: 'error',
};

function caseOfStep({ status, op, address, note, error }: ResultView['steps'][number]): Case {
  const said = [error?.message ?? note ?? status, ...(error?.hint ? [error.hint] : [])];
  return { name: `${op} ${address}`, ending: endings[status], type: status, text: said.join('\n') };
}

function passed(name: string, type: string, text: string): Case {
  return { name, ending: null, type, text };
}

/** What was run, and for which account. */
interface Suite {
  readonly kind: string;
  readonly account: string | null;
}

function render({ kind, account }: Suite, cases: readonly Case[]): string {
  const amount = (ending: Case['ending']) => cases.filter((one) => one.ending === ending).length;
  const counts = `tests="${cases.length}" failures="${amount('failure')}" errors="${amount('error')}"`;
  const name = escapeHtml(titled(`vocabsync ${kind}`, account));
  const suite = `name="${name}" ${counts} skipped="${amount('skipped')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="vocabsync" ${counts}>`,
    `  <testsuite ${suite}>`,
    ...cases.map((one) => renderCase(one, kind)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function renderCase({ name, ending, type, text, file }: Case, kind: string): string {
  const where = file === undefined ? '' : ` file="${escapeHtml(file)}"`;
  const open = `    <testcase classname="vocabsync.${escapeHtml(kind)}" name="${escapeHtml(name)}"${where}>`;
  const [message = ''] = text.split('\n');
  const inside =
    ending === null
      ? `<system-out>${escapeHtml(text)}</system-out>`
      : `<${ending} message="${escapeHtml(message)}" type="${escapeHtml(type)}">${escapeHtml(text)}</${ending}>`;
  return `${open}${inside}</testcase>`;
}
