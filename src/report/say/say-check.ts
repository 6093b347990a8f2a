import type { DesiredSize, Size } from '../../model/desired.js';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import type { Saying } from '../form.js';
import { validateDocument } from '../json/documents.js';
import { count, titled } from '../layout.js';
import { countBySeverity, viewDiagnostics } from '../view/diagnostics.js';
import type { Teller } from './teller.js';

/** What was found in a configuration, and what it asks for. */
export interface CheckFound {
  /** null: it is too broken to tell. */
  readonly size: DesiredSize | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a check of a configuration has found. */
export function sayCheck(found: CheckFound, { envelope, sources }: Teller): Saying {
  const { diagnostics } = found;
  return {
    as: 'diagnostics',
    view: () => ({
      kind: 'validate',
      verdict: verdict(found, envelope.about?.name),
      counts: countBySeverity(diagnostics),
      diagnostics: viewDiagnostics(diagnostics, sources),
    }),
    document: () => validateDocument(envelope, diagnostics),
  };
}

/** `Valid: 3 lists with 418 hotwords, 1 instant vocabulary with 12 hotwords; 1 warning`; null when there are errors. */
function verdict({ size, diagnostics }: CheckFound, name: string | null | undefined): string | null {
  if (size === null || hasErrors(diagnostics)) return null;
  const counts = countBySeverity(diagnostics);
  const { lists, instant } = size;
  const asked = [
    sized('list', lists),
    ...(instant.count === 0 ? [] : [sized('instant vocabulary', instant)]),
  ].join(', ');
  return `${titled('Valid', name)}: ${asked}${counts === '' ? '' : `; ${counts}`}`;
}

function sized(noun: string, size: Size): string {
  return `${count(size.count, noun)} with ${count(size.hotwords, 'hotword')}`;
}
