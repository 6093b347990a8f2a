import ts from 'typescript';

/**
 * Every name that the file uses as a value, with the member read from it: `process.pid`, `Date`. Names in comments,
 * strings and types are not uses, nor are members called like a global (`row.process`) and keys of an object.
 */
export function valueReferences(file: ts.SourceFile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isTypeOnly(node)) return;
    if (ts.isIdentifier(node) && isUse(node)) found.add(withMember(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether the file only passes on what other files export. */
export function isBarrel(file: ts.SourceFile): boolean {
  const passedOn = file.statements.filter(
    (it) => ts.isExportDeclaration(it) && it.moduleSpecifier !== undefined,
  );
  return passedOn.length > 0 && passedOn.length === file.statements.length;
}

function isTypeOnly(node: ts.Node): boolean {
  // `class Clock extends Date` is a type node by its syntax, but evaluates the name.
  if (ts.isExpressionWithTypeArguments(node)) return false;
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isExportSpecifier(parent)) return (parent.propertyName ?? parent.name) === node;
  const names = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return names.name !== node && names.propertyName !== node;
}

function withMember(node: ts.Identifier): string {
  const { parent } = node;
  // A given time may be converted; only to ask for the present one is to look outside.
  if (ts.isNewExpression(parent) && parent.expression === node && (parent.arguments?.length ?? 0) > 0) {
    return `new ${node.text}(…)`;
  }
  const hasMember = ts.isPropertyAccessExpression(parent) && parent.expression === node;
  return hasMember ? `${node.text}.${parent.name.text}` : node.text;
}
