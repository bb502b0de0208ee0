// Who may import whom. docs/architecture.md says the same in words; scripts/check-boundaries.mjs proves that each rule catches.

/** Modules of the server in the order of their tiers: each imports only what stands before it. */
const modules = [
  'identity',
  'organisation',
  'customers',
  'catalog',
  'agreements',
  'measurement',
  'standards',
  'knowledge',
  'cases',
  'mail',
  'surveys',
  'feedback',
  'fieldwork',
  'campaigns',
  'evaluation',
  'monitoring',
  'diagnosis',
  'findings',
  'causes',
  'improvement',
  'verification',
  'insight',
  'reports',
  'notifications',
  'open-data',
  'automation',
  'packs',
];
const server = '^packages/server/src';
const web = '^packages/web/src';
const tests = '\\.(test|testing|factory)\\.tsx?$';

const production = { path: '^packages/[^/]+/src/', pathNot: [tests, `${server}/testing/`, `${web}/testing/`] };

const tiers = modules.slice(0, -1).map((module, at) =>
  never(`tier-${module}`, `${module} knows nothing of what stands after it: record an event instead`, {
    from: { path: `${server}/modules/${module}/`, pathNot: tests },
    to: { path: `${server}/modules/(${modules.slice(at + 1).join('|')})/` },
  }),
);

/** A rule that nothing may break. */
function never(name, comment, { from, to }) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    never('no-cycle', 'two files that need each other are one file', {
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    }),
    never('resolvable', 'an import must lead somewhere', { from: {}, to: { couldNotResolve: true } }),
    never('module-door', 'another module is entered through its index.ts', {
      from: { path: `${server}/modules/([^/]+)/`, pathNot: tests },
      to: { path: `${server}/modules/[^/]+/`, pathNot: [`${server}/modules/$1/`, `${server}/modules/[^/]+/index\\.ts$`] },
    }),
    never('module-door-from-outside', 'modules are entered through their index.ts', {
      from: { path: `${server}/`, pathNot: [`${server}/modules/`, tests] },
      to: { path: `${server}/modules/[^/]+/`, pathNot: `${server}/modules/[^/]+/index\\.ts$` },
    }),
    ...tiers,
    never('platform-knows-no-module', 'the platform carries every module and knows none', {
      from: { path: `${server}/platform/`, pathNot: tests },
      to: { path: `${server}/`, pathNot: `${server}/platform/` },
    }),
    never('no-test-in-production', 'tests and their factories stay out of what is shipped', {
      from: production,
      to: { path: [tests, `${server}/testing/`, `${web}/testing/`, '^e2e/'] },
    }),
    never('no-development-package', 'what is shipped stands in dependencies', {
      from: production,
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    }),
    never('stats-is-pure', 'the statistics import linear algebra and nothing else', {
      from: { path: '^packages/stats/src/', pathNot: tests },
      to: { pathNot: ['^packages/stats/src/', '^node_modules/ml-matrix/'] },
    }),
    never('clock-is-pure', 'the clock imports the calendar of the world and nothing else', {
      from: { path: '^packages/sla-clock/src/', pathNot: tests },
      to: { pathNot: ['^packages/sla-clock/src/', '^node_modules/(temporal-polyfill|temporal-spec|temporal-utils|ical[.]js)/'] },
    }),
    never('forms-are-pure', 'forms import zod and nothing else', {
      from: { path: '^packages/forms/src/', pathNot: tests },
      to: { pathNot: ['^packages/forms/src/', '^node_modules/zod/'] },
    }),
    never('text-stands-alone', 'the text package knows statistics, the segmenter and its own data files', {
      from: { path: '^packages/text/src/', pathNot: tests },
      to: {
        pathNot: [
          '^packages/(text|stats)/src/',
          '^packages/text/data/',
          '^node_modules/@node-rs/jieba/',
          '^node:',
          '^(fs|path|url|zlib|module)$',
        ],
        dependencyTypesNot: ['core'],
      },
    }),
    never('contract-is-zod', 'the contract is zod schemas and the types of the pure packages', {
      from: { path: '^packages/contract/src/', pathNot: tests },
      to: { pathNot: ['^packages/(contract|stats|sla-clock|forms)/src/', '^node_modules/zod/'] },
    }),
    never('web-never-the-server', 'the browser talks through the contract', {
      from: { path: '^packages/web/' },
      to: { path: '^packages/(server|cli)/' },
    }),
    never('cli-never-the-server', 'the command line talks through the contract', {
      from: { path: '^packages/cli/' },
      to: { path: '^packages/(server|web)/' },
    }),
    never('server-never-its-users', 'the server does not know who calls', {
      from: { path: '^packages/server/' },
      to: { path: '^packages/(web|cli)/' },
    }),
    // The words of an address are loaded with the router, long before the feature's components.
    never('feature-door', 'features meet at their index.ts', {
      from: { path: `${web}/features/([^/]+)/` },
      to: { path: `${web}/features/[^/]+/`, pathNot: [`${web}/features/$1/`, `${web}/features/[^/]+/(index|[a-z-]+[.-]search)\\.ts$`] },
    }),
    never('feature-door-from-app', 'the application enters a feature at its index.ts, and the pages before the sign-in at doors.ts', {
      from: { path: `${web}/app/` },
      to: { path: `${web}/features/[^/]+/`, pathNot: `${web}/features/[^/]+/(index|doors)\\.ts$` },
    }),
    never('feature-knows-no-app', 'a feature does not know where it is shown', {
      from: { path: `${web}/features/` },
      to: { path: `${web}/app/` },
    }),
    never('ui-and-lib-know-no-feature', 'what all features use knows none of them', {
      from: { path: `${web}/(ui|lib)/` },
      to: { path: `${web}/(features|app)/` },
    }),
    never(
      'runner-stands-alone',
      'the page of a survey stays light: forms and words, of the contract only types, no component and no schema',
      {
        from: { path: `${web}/runner/`, pathNot: tests },
        to: { pathNot: [`${web}/(runner|paraglide)/`, '^packages/forms/src/(answers|fields)/'], dependencyTypesNot: ['type-only'] },
      },
    ),
    never('lib-knows-no-ui', 'lib is below ui', { from: { path: `${web}/lib/` }, to: { path: `${web}/ui/` } }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/paraglide/', '\\.css$', '\\.svg$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
