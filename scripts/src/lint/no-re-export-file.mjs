// Rule 5: no barrel. A file that only re-exports hides where things stand and ties import circles.

/** @type {import('eslint').Rule.RuleModule} */
export const noReExportFile = {
  meta: {
    type: 'problem',
    docs: { description: 'refuses a file that only re-exports others' },
    messages: { barrel: 'This file only re-exports others: import from where the thing stands (rule 5).' },
    schema: [],
  },
  create: (context) => ({
    Program(program) {
      const statements = program.body.filter((one) => one.type !== 'ImportDeclaration');
      if (statements.length > 0 && statements.every((one) => isReExport(one, program))) {
        context.report({ node: program, messageId: 'barrel' });
      }
    },
  }),
};

/** `export … from`, or `export { x }` of something that was imported. */
function isReExport(statement, program) {
  if (statement.type === 'ExportAllDeclaration') return true;
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration) return false;
  if (statement.source) return true;
  const imported = new Set(
    program.body
      .filter((one) => one.type === 'ImportDeclaration')
      .flatMap((one) => one.specifiers.map((specifier) => specifier.local.name)),
  );
  return statement.specifiers.length > 0 && statement.specifiers.every((one) => imported.has(one.local.name));
}
