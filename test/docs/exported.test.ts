import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');

it('everything that the library exports says what it is', async () => {
  const exported = await exportsOf('src/index.ts');
  // So that silence means something.
  expect(exported.length).toBeGreaterThan(80);
  const silent = await Promise.all(
    exported.map(async ({ file, name }) => ((await isDescribed(file, name)) ? [] : [`${file}: ${name}`])),
  );
  expect(silent.flat()).toEqual([]);
});

it('every function and value that the library exports stands in its page, or is used in a program of it', async () => {
  const page = await readFile(join(project, 'docs/library.md'), 'utf8');
  const values = (await exportsOf('src/index.ts')).filter(({ isType }) => !isType);
  const missing = values.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(page));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

interface Exported {
  readonly file: string;
  readonly name: string;
  readonly isType: boolean;
}

async function exportsOf(index: string): Promise<Exported[]> {
  const { statements } = await parse(index);
  return statements.filter(ts.isExportDeclaration).flatMap((declaration) => {
    const { moduleSpecifier, exportClause, isTypeOnly } = declaration;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
    const file = join(dirname(index), moduleSpecifier.text.replace(/\.js$/, '.ts'));
    return exportClause.elements.map((element) => ({
      file,
      name: element.name.text,
      isType: isTypeOnly || element.isTypeOnly,
    }));
  });
}

async function isDescribed(file: string, name: string): Promise<boolean> {
  const { statements } = await parse(file);
  return statements
    .filter((statement) => declares(statement, name))
    .some((statement) => ts.getJSDocCommentsAndTags(statement).length > 0);
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some((one) => one.name.getText() === name);
  }
  const named = statement as ts.Statement & { readonly name?: ts.Identifier };
  return named.name?.text === name;
}

async function parse(file: string): Promise<ts.SourceFile> {
  const text = await readFile(join(project, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}
