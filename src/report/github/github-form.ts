import type { Form } from '../form.js';
import { pointsOfEvaluation } from '../view/evaluation/evaluation-points.js';
import { pointsOfOverview } from '../view/overview-points.js';
import {
  pointsOfChecks,
  pointsOfDiagnostics,
  pointsOfFailure,
  pointsOfFiles,
  pointsOfReport,
  pointsOfResult,
} from '../view/points.js';
import { renderAnnotations } from './annotations.js';

/** Annotations on the lines of files, for the log of a workflow at GitHub. */
export const form: Form = {
  report: ({ view }, look) => renderAnnotations(pointsOfReport(view()), look),
  result: ({ view }, look) => renderAnnotations(pointsOfResult(view()), look),
  failure: ({ view }, look) => renderAnnotations(pointsOfFailure(view()), look),
  overview: ({ view }, look) => renderAnnotations(pointsOfOverview(view()), look),
  files: ({ view }, look) => renderAnnotations(pointsOfFiles(view()), look),
  diagnostics: ({ view }, look) => renderAnnotations(pointsOfDiagnostics(view()), look),
  checks: ({ view }, look) => renderAnnotations(pointsOfChecks(view()), look),
  evaluation: ({ view }, look) => renderAnnotations(pointsOfEvaluation(view()), look),
};
