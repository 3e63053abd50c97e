import path from 'node:path';

/** What each folder of src may import; features additionally never import each other. */
const MAY_IMPORT = {
  app: ['app', 'features', 'api', 'live', 'ui', 'lib'],
  features: ['api', 'live', 'ui', 'lib'],
  live: ['live', 'api', 'lib'],
  api: ['api', 'lib'],
  ui: ['ui', 'lib'],
  lib: ['lib'],
};

const root = path.resolve(import.meta.dirname, 'src');

function place(file) {
  const [layer, part] = path.relative(root, file).split(path.sep);
  return { layer, part };
}

function complaint(from, to) {
  const allowed = MAY_IMPORT[from.layer];
  if (!allowed || !(to.layer in MAY_IMPORT)) return undefined;
  if (from.layer === 'features' && to.layer === 'features') {
    return from.part === to.part ? undefined : `feature "${from.part}" must not import feature "${to.part}"`;
  }
  return allowed.includes(to.layer) ? undefined : `${from.layer} must not import ${to.layer}`;
}

export const layers = {
  meta: { type: 'problem', schema: [], messages: { crossed: '{{why}}: app → features → {api, live, ui, lib}' } },
  create(context) {
    const check = (node) => {
      const target = node.source?.value;
      if (typeof target !== 'string' || !target.startsWith('.')) return;
      const why = complaint(place(context.filename), place(path.resolve(path.dirname(context.filename), target)));
      if (why) context.report({ node, messageId: 'crossed', data: { why } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
