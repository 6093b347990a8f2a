import type { Form, Said } from '../form.js';
import { renderJson } from './envelope.js';

const draw = ({ document }: Said<unknown>): string => renderJson(document());

/** One document for programs, also of a failure. */
export const form: Form = {
  report: draw,
  result: draw,
  failure: draw,
  diagnostics: draw,
  overview: draw,
  files: draw,
  checks: draw,
  evaluation: draw,
};
