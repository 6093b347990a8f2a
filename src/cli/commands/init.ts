import { hasErrors } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import { sayFiles } from '../../report/say/say-files.js';
import type { FilesReport } from '../../report/view/files-view.js';
import { inFolder } from '../../scaffold/ci/place.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { checkTexts, withoutWords } from '../init/check-texts.js';
import { gatherAnswers } from '../init/gather-answers.js';
import type { InitOptions } from '../init/init-options.js';
import { findPlace } from '../init/init-place.js';
import { nextCommands, notesOf } from '../init/notes.js';
import { refuseConfigured, writeFiles } from '../init/write-files.js';
import { checkConfig, fail, invokeAlone } from '../invoke.js';
import { tellerOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';

/** Writes a configuration with what belongs to it, all of it or nothing, and checks what it wrote. */
export async function init(options: InitOptions, context: Context): Promise<ExitCode> {
  return invokeAlone({ kind: 'init', options, context }, async (call) => {
    const place = await findPlace(options.dir, context.cwd);
    await refuseConfigured(place);
    const gathered = await gatherAnswers({ options, context, place });
    const { answers } = gathered;
    const intended = await checkTexts(answers, place, context.clock);
    if (hasErrors(intended.diagnostics)) return fail(wouldBeWrong(), { ...call, checked: intended });
    const files = await writeFiles(answers, place);
    const config = place.named(inFolder(place, 'vocab.config.yaml'));
    const written = await checkConfig(config, context);
    const checked = withoutWords(written, answers);
    const { diagnostics } = checked;
    const notes = notesOf(gathered, { options, context, place });
    const next = nextCommands(gathered, { options, context, place }, hasErrors(diagnostics));
    const report: FilesReport = { kind: 'init', dry_run: false, files, notes, diagnostics, next };
    const invocation = { ...call, checked, options: { ...options, config } };
    await show(sayFiles(report, tellerOf(invocation)), invocation);
    return hasErrors(diagnostics) ? exitCodes.invalid : exitCodes.done;
  });
}

function wouldBeWrong(): VocabError {
  return new VocabError('config-invalid', 'the configuration would have problems; nothing was written', {
    hint: 'correct what is named above on the command line, and run it again',
  });
}
