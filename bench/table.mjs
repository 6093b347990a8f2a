/** Prints rows of equally many cells in columns as wide as they need to be; the first row is the heading. */
export function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const [name, ...cells] = row.map((cell, column) => ({ cell, width: widths[column] }));
    const line = [name.cell.padEnd(name.width), ...cells.map(({ cell, width }) => cell.padStart(width))];
    console.log(line.join('  '));
  }
}

export const heading = ['case', 'wall', '× node', 'cpu', 'peak', 'calls', 'floor', '× floor', 'limit', ''];

/** One measured case as cells; what was not measured is left empty. */
export function rowOf(result, node_ms) {
  const { name, wall_ms, cpu_ms, peak_mb, calls, floor_ms, limit } = result;
  return [
    name,
    ms(wall_ms),
    times(wall_ms / node_ms),
    ms(cpu_ms),
    peak_mb === undefined ? '' : `${Math.round(peak_mb)} MB`,
    calls === undefined ? '' : String(calls),
    ms(floor_ms),
    floor_ms === undefined ? '' : times(wall_ms / floor_ms),
    limit?.text ?? '',
    limit === undefined ? '' : limit.kept ? 'ok' : 'over',
  ];
}

function ms(value) {
  if (value === undefined) return '';
  return value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}

function times(value) {
  return `${value.toFixed(value < 10 ? 2 : 1)}×`;
}
