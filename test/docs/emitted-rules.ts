import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

const project = join(import.meta.dirname, '..', '..');

export interface EmittedRules {
  readonly ids: ReadonlySet<string>;
  /** `src/config/read/collect.ts:12`: places that say a rule of which nobody can tell which it is. */
  readonly unclear: readonly string[];
}

/**
 * The ids of all rules that the sources of a folder can emit: what objects have under `rule`. An id may be written
 * there, be chosen there between some that are, or be the argument of a function that builds the object.
 */
export async function emittedRules(folder: string): Promise<EmittedRules> {
  const ids = new Set<string>();
  const unclear: string[] = [];
  const files = await sourcesIn(folder);
  // The schemas of documents describe the field, and emit nothing.
  for (const file of files.filter((name) => !name.startsWith(join('src', 'documents')))) {
    const source = parse(file, await readFile(join(project, file), 'utf8'));
    for (const { node, found } of rulesIn(source)) {
      for (const id of found) ids.add(id);
      if (found.length === 0) unclear.push(`${file}:${lineOf(source, node)}`);
    }
  }
  return { ids, unclear };
}

/** The members of a union of string literals that a file of the model declares. */
export async function unionMembers(file: string, name: string): Promise<string[]> {
  const source = parse(file, await readFile(join(project, file), 'utf8'));
  const alias = source.statements.find(
    (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === name,
  );
  if (alias === undefined) throw new Error(`${file} declares no type ${name}`);
  return descendants(alias)
    .filter(ts.isStringLiteral)
    .map(({ text }) => text);
}

export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

interface Emission {
  readonly node: ts.Node;
  /** Empty: nobody can tell. */
  readonly found: readonly string[];
}

export function rulesIn(source: ts.SourceFile): Emission[] {
  return descendants(source).flatMap((node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'rule') {
      return [{ node, found: literalsOf(node.initializer) }];
    }
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === 'rule') return shorthand(node, source);
    return [];
  });
}

/** `{ rule, … }`: a constant, or what the callers of the function pass. Taken from another object it is nothing new. */
function shorthand(node: ts.Node, source: ts.SourceFile): Emission[] {
  const scope = ts.findAncestor(node, ts.isFunctionLike);
  const constant = scope === undefined ? undefined : descendants(scope).find(isRuleConstant);
  if (constant !== undefined) return [{ node, found: literalsOf(constant.initializer) }];
  const maker = ts.findAncestor(node, takesRule);
  return maker === undefined ? [] : [{ node, found: argumentsFor(maker, source) }];
}

function isRuleConstant(node: ts.Node): node is ts.VariableDeclaration {
  return ts.isVariableDeclaration(node) && node.name.getText() === 'rule';
}

function takesRule(node: ts.Node): node is ts.SignatureDeclaration {
  return ts.isFunctionLike(node) && positionOfRule(node) !== -1;
}

function positionOfRule({ parameters }: ts.SignatureDeclaration): number {
  return parameters.findIndex(({ name }) => name.getText() === 'rule');
}

function argumentsFor(maker: ts.SignatureDeclaration, source: ts.SourceFile): string[] {
  const name = (maker.name ?? (ts.isVariableDeclaration(maker.parent) ? maker.parent.name : null))?.getText();
  const passed = descendants(source)
    .filter(ts.isCallExpression)
    .filter(({ expression }) => expression.getText() === name)
    .map((call) => literalsOf(call.arguments[positionOfRule(maker)]));
  return all(passed);
}

function literalsOf(expression: ts.Expression | undefined): string[] {
  if (expression === undefined) return [];
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression);
  if (!ts.isConditionalExpression(expression)) return [];
  return all([literalsOf(expression.whenTrue), literalsOf(expression.whenFalse)]);
}

/** Nothing when one of the ways leads to nothing. */
function all(ways: readonly (readonly string[])[]): string[] {
  return ways.some((way) => way.length === 0) ? [] : ways.flat();
}

export function descendants(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (inner: ts.Node): void => {
    found.push(inner);
    ts.forEachChild(inner, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

async function sourcesIn(folder: string): Promise<string[]> {
  const files = await readdir(join(project, folder), { recursive: true });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .toSorted();
}
