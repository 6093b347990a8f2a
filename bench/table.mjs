/** Prints rows of equally many cells in columns as wide as they need to be; the first row is the heading. */
export function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const [name, ...cells] = row.map((cell, column) => ({ cell, width: widths[column] }));
    const line = [name.cell.padEnd(name.width), ...cells.map(({ cell, width }) => cell.padStart(width))];
    console.log(line.join('  '));
  }
}
