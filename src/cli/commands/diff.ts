import { compare } from '../../compare.js';
import type { Config } from '../../model/config.js';
import { resolveEndpoint } from '../../remote/endpoint.js';
import { diffDocument } from '../../report/json/documents.js';
import { viewDiff } from '../../report/view/view-diff.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { failingAs } from '../fail.js';
import { loadAndCheck, requireUsable } from '../load.js';
import type { CommonOptions } from '../options.js';
import { outFiles } from '../out-files.js';
import { readBase } from '../read-base.js';
import { sha256 } from '../sha256.js';
import { showReport } from '../show-report.js';

export interface DiffOptions extends CommonOptions {
  /** A commit, or a folder. */
  readonly base?: string;
  readonly detailedExitcode: boolean;
  readonly out: readonly string[];
}

/** Says what a change of the configuration comes to, without an account or a key. */
export async function diff(options: DiffOptions, context: Context): Promise<ExitCode> {
  const checked = await loadAndCheck(options, context);
  return failingAs({ kind: 'diff', checked, options, context }, async () => {
    const files = outFiles(options.out, checked, context);
    requireUsable(checked);
    const { name, side, remarks } = await readBase(options.base, checked.config, context);
    const comparison = compare(name, side, { head: checked, sha256, accountOf });
    const diagnostics = [...checked.diagnostics, ...remarks, ...comparison.plan.diagnostics];
    const whole = { ...comparison, plan: { ...comparison.plan, diagnostics } };
    const view = viewDiff(whole);
    const report = {
      view,
      document: () => diffDocument({ kind: 'diff', version: context.version }, whole),
      diagnostics,
      sources: checked.sources,
      config: checked.config.file,
    };
    await showReport(report, files, { options, context });
    return options.detailedExitcode && view.state !== 'clean' ? exitCodes.changes : exitCodes.done;
  });
}

/** Where its lists are: a region and the URL of its host are the same account. */
function accountOf({ region, endpoint, workspace }: Config): string {
  const host = hostOf({ region, configured: endpoint?.value ?? null, override: null });
  return workspace === null ? host : `${host}, workspace ${workspace}`;
}

function hostOf(choice: Parameters<typeof resolveEndpoint>[0]): string {
  if (choice.configured === 'emulator') return choice.configured;
  try {
    return resolveEndpoint(choice).url;
  } catch {
    // A host that is nobody's to trust is an error of its own; here it only has to differ.
    return choice.configured ?? choice.region;
  }
}
