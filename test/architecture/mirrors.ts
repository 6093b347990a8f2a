import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** The folders whose answers depend on their arguments alone, and so can be tested with plain objects. */
const core = ['model', 'desired', 'diff', 'schedule'];

/** Lists the files of the pure core that export something to call, and have no test in the same place below test/. */
export async function withoutMirror(root: string): Promise<string[]> {
  const missing: string[] = [];
  for (const folder of core) {
    const tests = new Set((await readdir(join(root, 'test', folder), { recursive: true })).map(normal));
    for (const path of (await readdir(join(root, 'src', folder), { recursive: true })).map(normal)) {
      if (!path.endsWith('.ts') || tests.has(path.replace(/\.ts$/, '.test.ts'))) continue;
      if (exportsFunction(await readFile(join(root, 'src', folder, path), 'utf8')))
        missing.push(`${folder}/${path}`);
    }
  }
  return missing.toSorted();
}

function normal(path: string): string {
  return path.replaceAll('\\', '/');
}

function exportsFunction(text: string): boolean {
  const file = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  return file.statements.some(
    (statement) =>
      (ts.isFunctionDeclaration(statement) || isRule(statement)) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true,
  );
}

/** Rules are constants that hold a function. */
function isRule(statement: ts.Statement): statement is ts.VariableStatement {
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(({ type }) => type?.getText() === 'Rule');
}
