/**
 * CommonJS packages ask for builtins by require, which a module does not have; everything else is bundled. What is no builtin
 * must fail as it does elsewhere: `ws` tries for native helpers that nobody installs, and goes without them only when told.
 */
export const requireBuiltins = `const require = (name) => {
  const found = process.getBuiltinModule(name);
  if (found === undefined) throw Object.assign(new Error("Cannot find module '" + name + "'"), { code: 'MODULE_NOT_FOUND' });
  return found;
};`;
