import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/command-lines.js';

/** Every option that says what it is without being given, and reads what it is given. */
const options = commands.flatMap((create) => {
  const command = create(undefined as never, () => {});
  return command.options.flatMap((option) => {
    const { long, defaultValue, defaultValueDescription: said, parseArg } = option;
    if (parseArg === undefined || said === undefined || typeof defaultValue === 'object') return [];
    return [{ name: `${command.name()} ${long}`, said, defaultValue, parseArg }];
  });
});

describe('the default that help tells of an option', () => {
  it('is looked for among all there are', () => {
    const names = options.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['apply --wait-slot', 'apply --wait', 'plan --timeout']));
    expect(names.length).toBeGreaterThan(10);
  });

  it.each(options)('can be given, and means the same: $name', ({ said, defaultValue, parseArg }) => {
    expect(parseArg(said, undefined as never)).toEqual(defaultValue);
  });
});
