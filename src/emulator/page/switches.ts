import { spellFault } from '../faults.js';
import { defaultSwitches, type EmulatorSwitches } from '../switches.js';
import { shown } from './shown.js';

/** The switches that do not stand as usual, for everybody to see; all of them where one asks for them. */
export function renderSwitches(switches: EmulatorSwitches): string {
  const usual = spelled(defaultSwitches);
  const all = [...spelled(switches)].map(([name, value]) => ({ name, value, usual: usual.get(name) ?? '' }));
  const unusual = all.filter((one) => one.value !== one.usual);
  const items = unusual.map(({ name, value }) => `<li>${name} <b>${shown(value)}</b></li>`);
  const list = items.length === 0 ? '' : `<ul aria-label="Switches">${items.join('')}</ul>`;
  return `<div id="switches">${list}
<details id="all-switches" data-keep="open"><summary>All ${all.length} switches${items.length === 0 ? ', as usual' : ''}</summary>
<table><thead><tr><th scope="col">Switch</th><th scope="col">Stands at</th><th scope="col">Usually</th></tr></thead>
<tbody>${all.map(renderRow).join('\n')}</tbody></table>
</details></div>`;
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly usual: string;
}

function renderRow({ name, value, usual }: Row): string {
  const cells = [value, usual].map((cell) => `<td>${cell === '' ? 'none' : shown(cell)}</td>`);
  return `<tr${value === usual ? '' : ' class="unusual"'}><th scope="row">${name}</th>${cells.join('')}</tr>`;
}

function spelled({ faults, ...plain }: EmulatorSwitches): ReadonlyMap<string, string> {
  const pairs = Object.entries(plain).map(([name, value]) => [name, String(value ?? 'none')] as const);
  return new Map([...pairs, ['faults', faults.map(spellFault).join(' ')]]);
}
