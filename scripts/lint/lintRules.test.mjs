import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const { ESLint } = createRequire(import.meta.url)('eslint');
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SCOPE = '@supply-chain-view/backstage-plugin-supply-chain';
const BACKEND = 'plugins/supply-chain-backend';

/** What each rule refuses: a package, a file in it, a line of code, the rule. */
const refused = [
  [
    'plugins/supply-chain',
    'src/x.ts',
    `import '${SCOPE}-backend';`,
    'no-restricted-imports',
  ],
  [
    'plugins/supply-chain',
    'src/x.ts',
    `import '${SCOPE}-node';`,
    'no-restricted-imports',
  ],
  [
    'plugins/supply-chain',
    'src/x.test.ts',
    `import '${SCOPE}-backend';`,
    'no-restricted-imports',
  ],
  [
    'plugins/supply-chain',
    'src/x.ts',
    `import 'node:fs';`,
    'no-restricted-imports',
  ],
  [
    'plugins/supply-chain',
    'src/logs/x.ts',
    `import { BuildTab } from '../builds/BuildTab';`,
    'import/no-restricted-paths',
  ],
  [
    'plugins/supply-chain',
    'src/panel/x.ts',
    `import { StagePanel } from '../stages/StagePanel';`,
    'import/no-restricted-paths',
  ],
  [
    'plugins/supply-chain-common',
    'src/x.ts',
    `import '${SCOPE}-backend';`,
    'no-restricted-imports',
  ],
  [
    'plugins/supply-chain-node',
    'src/x.ts',
    `import '${SCOPE}';`,
    'no-restricted-imports',
  ],
  [
    'packages/demo-cluster',
    'src/x.ts',
    `import '${SCOPE}-common';`,
    'no-restricted-imports',
  ],
  [
    'packages/demo-cluster',
    'src/x.test.ts',
    `import '${SCOPE}-backend';`,
    'no-restricted-imports',
  ],
  [
    'packages/demo-cluster',
    'src/recording/x.ts',
    `import { World } from '../world/World.ts';`,
    'import/no-restricted-paths',
  ],
  [
    BACKEND,
    'src/catalog/x.ts',
    `import type { Caller } from '../access/Caller';`,
    'import/no-restricted-paths',
  ],
  [
    BACKEND,
    'src/routes/x.ts',
    `import 'demo-cluster';`,
    'no-restricted-imports',
  ],
  [
    BACKEND,
    'src/routes/x.ts',
    `import '../testing/y';`,
    'no-restricted-imports',
  ],
  [
    BACKEND,
    'src/model/x.ts',
    `import { z } from 'zod';`,
    'no-restricted-syntax',
  ],
  [
    BACKEND,
    'src/model/x.ts',
    `import { LIST_PAGE } from '../clusters/LIST_PAGE';`,
    'import/no-restricted-paths',
  ],
  [
    BACKEND,
    'src/clusters/x.ts',
    `import type { LiveCopy } from '../watch/LiveCopy';`,
    'import/no-restricted-paths',
  ],
  [
    BACKEND,
    'src/watch/x.ts',
    `import { workloadView } from '../model/workloadView';`,
    'import/no-restricted-paths',
  ],
  [
    BACKEND,
    'src/service/x.ts',
    `import type { Caller } from '../access/Caller';`,
    'import/no-restricted-paths',
  ],
  [
    BACKEND,
    'src/access/x.ts',
    `import { createRouter } from '../routes/createRouter';`,
    'import/no-restricted-paths',
  ],
  [
    BACKEND,
    'src/x.ts',
    `export const x: any = 1;`,
    '@typescript-eslint/no-explicit-any',
  ],
  [
    BACKEND,
    'src/x.ts',
    `// @ts-ignore\nexport const x = 1;`,
    '@typescript-eslint/ban-ts-comment',
  ],
  [BACKEND, 'src/x.ts', `console.log(1);`, 'no-console'],
  [
    BACKEND,
    'src/x.ts',
    `import '../../supply-chain-common/src/assertNever';`,
    '@backstage/no-relative-monorepo-imports',
  ],
  [
    'packages/demo-cluster',
    'src/x.ts',
    `import '../../../plugins/supply-chain-common/src/assertNever';`,
    '@backstage/no-relative-monorepo-imports',
  ],
];

/** What looks alike and is right. */
const allowed = [
  [
    BACKEND,
    'src/model/x.ts',
    `import type { JsonObject } from '@backstage/types';\n\nexport type X = JsonObject;`,
  ],
  [
    BACKEND,
    'src/model/x.ts',
    `import { assertNever } from '${SCOPE}-common';\n\nassertNever(1 as never);`,
  ],
  [BACKEND, 'src/model/x.test.ts', `import 'demo-cluster';`],
  [
    BACKEND,
    'src/watch/x.ts',
    `import { LIST_PAGE } from '../clusters/LIST_PAGE';\n\nexport const x = LIST_PAGE;`,
  ],
  [
    'plugins/supply-chain',
    'src/logs/x.ts',
    `import { Section } from '../panel/Section';\n\nexport const x = Section;`,
  ],
  [
    'plugins/supply-chain',
    'src/x.ts',
    `import { assertNever } from '${SCOPE}-common';\n\nassertNever(1 as never);`,
  ],
];

const linters = new Map();
const lint = async (dir, file, text) => {
  const cwd = join(root, dir);
  if (!linters.has(dir)) linters.set(dir, new ESLint({ cwd }));
  const [result] = await linters
    .get(dir)
    .lintText(`${text}\n`, { filePath: join(cwd, file) });
  return result.messages.map(message => message.ruleId);
};

describe('lint refuses', () => {
  for (const [dir, file, text, rule] of refused) {
    it(`${text.split('\n')[0]} in ${dir}/${file}`, async () => {
      const rules = await lint(dir, file, text);
      assert.ok(
        rules.includes(rule),
        `expected ${rule}, got ${rules.join(', ') || 'nothing'}`,
      );
    });
  }

  it('two files that import each other', async () => {
    // BuildView.ts as it is imports StepView.ts; this makes StepView.ts import it back.
    const rules = await lint(
      'plugins/supply-chain-common',
      'src/views/StepView.ts',
      `export * from './BuildView';`,
    );
    assert.ok(rules.includes('import/no-cycle'), rules.join());
  });
});

describe('lint allows', () => {
  for (const [dir, file, text] of allowed) {
    it(`${text.split('\n')[0]} in ${dir}/${file}`, async () => {
      const rules = (await lint(dir, file, text)).filter(rule =>
        /import|syntax/.test(rule ?? ''),
      );
      assert.deepEqual(rules, []);
    });
  }
});
