/**
 * The lint rule `companion/layers`: a folder is a permission. Who may import whom is
 * docs/architecture.md's table; the architecture test reads the same table and the whole tree.
 */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forbiddenImport } from './layerTable.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const layers = {
  meta: { type: 'problem', docs: { description: 'A folder is a permission.' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    function check(node) {
      if (typeof node.source?.value !== 'string') return;
      const problem = forbiddenImport(file, node.source.value);
      if (problem !== null) context.report({ node: node.source, message: problem });
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

export default { meta: { name: 'companion' }, rules: { layers } };
