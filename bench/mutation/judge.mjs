/**
 * Holds the faults that no test noticed against the reasons why none can: bench/mutation/argued.json has the file of each, its
 * line as it is written, what is changed there, and why that changes nothing. A usual reason has a short name.
 */

/**
 * @param report as the tool writes it, in the schema of mutation testing reports
 * @param argued `{ reasons: { time: '…' }, survivors: [{ file, line, mutants: ['was → became'], why }] }`
 * @returns `unargued` and `stale`, each a list of `{ file, line, mutant }`, and how many there are for each reason
 */
export function judge(report, { reasons, survivors }) {
  const argued = survivors.flatMap(({ mutants, ...where }) =>
    mutants.map((mutant) => ({ ...where, mutant })),
  );
  const whys = new Map(argued.map((one) => [keyOf(one), one.why]));
  const unnoticed = Object.entries(report.files).flatMap(survivorsIn);
  const keys = new Set(unnoticed.map(keyOf));
  const counts = new Map();
  for (const one of unnoticed.filter((other) => whys.has(keyOf(other)))) {
    const why = whys.get(keyOf(one));
    const reason = Object.hasOwn(reasons, why) ? why : 'a reason of its own';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return {
    counts,
    unargued: unnoticed.filter((one) => !whys.has(keyOf(one))),
    // Of a file that was not tried nothing is known.
    stale: argued.filter((one) => report.files[one.file] !== undefined && !keys.has(keyOf(one))),
  };
}

/** The report of a judgement, for people. */
export function renderJudgement({ counts, unargued, stale }, { reasons }) {
  const argued = [...counts].sort(([, one], [, other]) => other - one);
  return [
    ...argued.map(
      ([reason, count]) => `${count} survive, argued as ${reason}: ${reasons[reason] ?? 'see the file'}`,
    ),
    ...unargued.map((one) => `not argued: ${told(one)}`),
    ...stale.map((one) => `argued, and does not survive any more: ${told(one)}`),
    `${unargued.length} survivors are neither noticed nor argued in bench/mutation/argued.json`,
  ].join('\n');
}

function told({ file, line, mutant }) {
  return `${file}: ${mutant}\n    ${line}`;
}

function survivorsIn([file, { source, mutants }]) {
  const lines = source.split('\n');
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ location: { start, end }, replacement }) => {
      const line = lines[start.line - 1];
      const was =
        start.line === end.line ? line.slice(start.column - 1, end.column - 1) : line.slice(start.column - 1);
      return { file, line: line.trim(), mutant: `${inOneLine(was)} → ${inOneLine(replacement)}` };
    });
}

function inOneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function keyOf({ file, line, mutant }) {
  return JSON.stringify([file, line, mutant]);
}
