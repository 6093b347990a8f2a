/** A document with one thing in it that is not as it should be, and where. */
export interface Mutation {
  /** Such as `changes[].before.status`. */
  readonly at: string;
  readonly document: unknown;
}

/** Every way to leave one field out. */
export function withoutOneField(document: unknown): Mutation[] {
  return everywhere(document, (value) =>
    isObject(value)
      ? Object.keys(value).map((name) => {
          const { [name]: _left, ...rest } = value;
          return { at: name, document: rest };
        })
      : [],
  );
}

/** Every way to give one value another type, which nothing may have. */
export function withOneWrongType(document: unknown): Mutation[] {
  return everywhere(document, (value) => [
    { at: '', document: typeof value === 'object' && value !== null ? 'wrong' : { wrong: true } },
  ]);
}

type Mutate = (value: unknown) => Mutation[];

/** What other people's fields hold is theirs. */
const theirs = 'extra';

function everywhere(value: unknown, mutate: Mutate): Mutation[] {
  return [...mutate(value), ...inside(value, mutate)];
}

function inside(value: unknown, mutate: Mutate): Mutation[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      everywhere(item, mutate).map(({ at, document }) => ({
        at: `[]${joined(at)}`,
        document: value.with(index, document),
      })),
    );
  }
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([name]) => name !== theirs)
    .flatMap(([name, inner]) =>
      everywhere(inner, mutate).map(({ at, document }) => ({
        at: `${name}${joined(at)}`,
        document: { ...value, [name]: document },
      })),
    );
}

function joined(at: string): string {
  return at === '' || at.startsWith('[') ? at : `.${at}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
