import type { Form, Look } from './form.js';
import { pathInRepository } from './github/annotations.js';
import { renderJson } from './json/envelope.js';
import { pointsOfEvaluation } from './view/evaluation/evaluation-points.js';
import { pointsOfOverview } from './view/overview-points.js';
import {
  type Point,
  pointsOfChecks,
  pointsOfDiagnostics,
  pointsOfFailure,
  pointsOfFiles,
  pointsOfReport,
  pointsOfResult,
} from './view/points.js';

/*
 * SARIF 2.1.0, the format in which code scanning takes results. Source of the form: OASIS, "Static Analysis Results
 * Interchange Format Version 2.1.0"; of what a result must have to be shown: GitHub Docs, "SARIF support for code
 * scanning", which wants a location in a file of the repository for every result, and URIs relative to its root.
 */

/** Results for code scanning. */
export const form: Form = {
  report: ({ view }, look) => render(pointsOfReport(view()), look),
  result: ({ view }, look) => render(pointsOfResult(view()), look),
  failure: ({ view }, look) => render(pointsOfFailure(view()), look),
  overview: ({ view }, look) => render(pointsOfOverview(view()), look),
  files: ({ view }, look) => render(pointsOfFiles(view()), look),
  diagnostics: ({ view }, look) => render(pointsOfDiagnostics(view()), look),
  checks: ({ view }, look) => render(pointsOfChecks(view()), look),
  evaluation: ({ view }, look) => render(pointsOfEvaluation(view()), look),
};

function render(points: readonly Point[], look: Look): string {
  const ids = [...new Set(points.map(({ id }) => id))].sort();
  const rules = ids.map((id) => ({ id, helpUri: documentation }));
  const driver = { name: 'vocabsync', version: look.version, informationUri: home, rules };
  const results = points.map((point) => ({
    ruleId: point.id,
    ruleIndex: ids.indexOf(point.id),
    level: point.level,
    message: { text: messageOf(point) },
    locations: [{ physicalLocation: locationOf(point, look) }],
  }));
  return renderJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, ...automationOf(look), columnKind: 'utf16CodeUnits', results }],
  });
}

/** Code scanning keeps the results of two runs apart by this, so that one account does not close what another one has. */
function automationOf({ account }: Look) {
  return account === null ? {} : { automationDetails: { id: `vocabsync/${account}/` } };
}

const home = 'https://github.com/vocabsync/vocabsync';
const documentation = `${home}/blob/main/docs/rules.md`;

/** A rule's message says what it is about; that of a list or an error does not. */
function messageOf({ id, title, message }: Point): string {
  return id === title ? message : `${title}\n${message}`;
}

/** What has no location of its own is about a configuration as a whole. */
function locationOf({ location, config }: Point, look: Look) {
  const path = location === null ? null : pathInRepository(location.file, look);
  const whole = config === undefined || config === null ? null : pathInRepository(config, look);
  const uri = (path ?? whole ?? look.config).split('/').map(encodeURIComponent).join('/');
  if (location === null || path === null) return { artifactLocation: { uri } };
  const region = { startLine: location.line, startColumn: location.column };
  return { artifactLocation: { uri }, region };
}
