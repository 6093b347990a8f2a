const maxCells = 100;

/** A cell a slot; of a very large quota a cell stands for several. */
export function renderGauge(taken: number, quota: number): string {
  const slots = Math.max(taken, quota, 1);
  const cells = Math.min(slots, maxCells);
  const cell = (index: number) => {
    const slot = (index * slots) / cells;
    return `<i class="${slot >= taken ? 'free' : slot >= quota ? 'over' : 'taken'}"></i>`;
  };
  const said = `${taken} of ${quota} slots taken`;
  return `<h1><b>${taken}</b> of ${quota} slots taken</h1>
<div class="gauge" role="img" aria-label="${said}">${Array.from({ length: cells }, (_, index) => cell(index)).join('')}</div>`;
}
