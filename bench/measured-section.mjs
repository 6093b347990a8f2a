import { heading, rowOf } from './table.mjs';

/** What a run has measured, as Markdown: the machine in a sentence, and a table. */
export function measuredSection({ machine, date, node_ms, results }) {
  const rows = [heading, heading.map(() => '---'), ...results.map((result) => rowOf(result, node_ms))];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `\nMeasured on ${date} with Node ${machine.node} on ${machine.cores} cores (${machine.cpu}); \`node -e 0\` takes ${Math.round(node_ms)} ms.\n\n${table}\n\n`;
}
