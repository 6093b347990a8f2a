/** What the tests of the pure rooms use of vitest, as a table of tests that can be run again and again. */
import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
);

/** `{ id, file, run }` */
export const tests = [];
const ids = new Set();
const endings = [];
let file = '';
let titles = [];

/** Says to which file the tests that follow belong. */
export function begin(name) {
  file = name;
  titles = [];
}

export function describe(title, body) {
  titles.push(title);
  body();
  titles.pop();
}

export function it(title, ...rest) {
  // What is given more time than others is about time, and code with all mutants in it takes many times as long.
  if (rest.some(({ timeout }) => timeout !== undefined)) return;
  const body = rest.find((each) => typeof each === 'function');
  const run = async () => {
    try {
      await body();
    } finally {
      for (const end of endings.splice(0).reverse()) await end();
    }
  };
  tests.push({ id: unique(`${file}: ${[...titles, title].join(' ')}`), file, run });
}

export function onTestFinished(end) {
  endings.push(end);
}

it.each =
  (rows) =>
  (title, ...rest) => {
    const body = rest.find((each) => typeof each === 'function');
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      it(format(title, ...values.slice(0, title.split('%').length - 1)), () => body(...values));
    }
  };

export function test(...given) {
  it(...given);
}

test.each = it.each;

function unique(id) {
  let name = id;
  for (let count = 2; ids.has(name); count++) name = `${id} (${count})`;
  ids.add(name);
  return name;
}
