const { join } = require('node:path');
const backstage = require('@backstage/cli/config/eslint-factory');
const { layerZones } = require('./layerZones.cjs');

const SCOPE = '@supply-chain-view/backstage-plugin-supply-chain';

/** Our packages, by the word that `mayImport` uses for them. */
const OURS = {
  frontend: SCOPE,
  backend: `${SCOPE}-backend`,
  node: `${SCOPE}-node`,
  common: `${SCOPE}-common`,
  'demo-cluster': 'demo-cluster',
};

/** Files that prove or show the product: they may reach where the product may not. */
const NOT_PRODUCT = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/testing/**',
  '**/fixtures/**',
  '**/setupTests.ts',
  '**/dev/**',
];

/**
 * ESLint's settings of one package: Backstage's, no `any`, no cycles, and the import directions of docs/architecture.md.
 * @param {string} dir the package
 * @param {{ mayImport: (keyof typeof OURS)[], testsMayImport?: (keyof typeof OURS)[], layers?: Record<string, string[]>,
 *   onlyTypes?: string[], overrides?: object[] }} own
 *   `layers`: a folder of src -> the folders of src it may import; `onlyTypes`: folders of src that import nothing but types,
 *   themselves and -common
 */
exports.packageLint = (
  dir,
  {
    mayImport,
    testsMayImport = [],
    layers = {},
    onlyTypes = [],
    overrides = [],
  },
) =>
  backstage(dir, {
    settings: {
      'import/resolver': {
        node: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'] },
      },
      'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // Without disableScc the rule walks through all of node_modules first: 70 s a package, measured, instead of 4.
      'import/no-cycle': ['error', { ignoreExternal: true, disableScc: true }],
      // What a file is for comes first, what it needs for that comes after.
      '@typescript-eslint/no-use-before-define': [
        'error',
        { functions: false, typedefs: false, variables: false },
      ],
      'no-console': 'error',
      // `const Card = memo(function Card() {…})` names the component for React's tools.
      '@typescript-eslint/no-shadow': [
        'error',
        { ignoreOnInitialization: true },
      ],
      // TypeScript's noImplicitReturns sees types, and so knows `void`.
      'consistent-return': 'off',
      // Likewise noFallthroughCasesInSwitch, which knows that a case can be exhausted.
      'no-fallthrough': 'off',
      // Tests that walk through a recording ask different things of different moments.
      'jest/no-conditional-expect': 'off',
      'jest/no-standalone-expect': 'off',
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] },
      ],
    },
    // What only tests use stays with tests.
    restrictedImportPatterns: [
      '**/testing/**',
      '**/fixtures/**',
      ...(inBrowsers(dir) ? ['node:*'] : []),
    ],
    restrictedSrcImports: othersThan(mayImport),
    restrictedTestImports: othersThan([...mayImport, ...testsMayImport]),
    overrides: [
      ...layerRules(dir, layers),
      ...onlyTypes.map(folder => ({
        files: [`src/${folder}/**`],
        excludedFiles: NOT_PRODUCT,
        rules: {
          'no-restricted-syntax': [
            'error',
            {
              selector: `ImportDeclaration[importKind!="type"][source.value=/^(?!\\.|${SCOPE.replaceAll(
                '/',
                '\\u002F',
              )}-common$)/]`,
              message: `${folder}/ is pure: from other packages it imports types only (\`import type\`), and -common.`,
            },
          ],
        },
      })),
      {
        // Fakes and readers of recordings: like tests, but not called so.
        files: ['src/**/testing/**', 'src/**/fixtures/**'],
        rules: {
          '@backstage/no-undeclared-imports': 'off',
          'no-restricted-imports': [
            'error',
            { paths: othersThan([...mayImport, ...testsMayImport]) },
          ],
        },
      },
      {
        // Here `javascript:` links are what must not work, and a console is what one writes to.
        files: [...NOT_PRODUCT, 'e2e-tests/**'],
        rules: { 'no-script-url': 'off', 'no-console': 'off' },
      },
      ...overrides,
    ],
  });

/** Whether what a package holds runs in browsers, where Node's modules are not. */
function inBrowsers(dir) {
  const { role } = require(join(dir, 'package.json')).backstage;
  return /^(frontend|common|web)/.test(role);
}

/** Every package of ours that is not in the list, with the reason. */
function othersThan(allowed) {
  return Object.entries(OURS)
    .filter(([word]) => !allowed.includes(word))
    .map(([, name]) => ({
      name,
      message: `This package may import of ours: ${
        allowed.map(word => OURS[word]).join(', ') || 'nothing'
      }.`,
    }));
}

function layerRules(dir, layers) {
  const zones = layerZones(layers);
  if (zones.length === 0) return [];
  return [
    {
      files: ['src/**'],
      excludedFiles: NOT_PRODUCT,
      rules: {
        'import/no-restricted-paths': ['error', { basePath: dir, zones }],
      },
    },
  ];
}
