import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const budgets = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 3],
  'max-params': ['error', 3],
  complexity: ['error', 10],
};

const untyped = ['**/*.mjs', '**/*.cjs', '**/*.js'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'data/**', 'packages/web/src/paraglide/**', '**/*.gen.ts', '**/test-results/**'] },
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...budgets,
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // `import { type X }` alone still fetches the module.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // `{ code, ...rest }` is how a member is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['packages/*/src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  {
    files: ['packages/web/src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
    },
  },
  // Loops over arrays of known length: an index may be asserted, anything else may not.
  {
    files: ['packages/{stats,text,sla-clock,forms}/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSNonNullExpression > :not(MemberExpression[computed=true])', message: 'Only an index may be asserted with "!".' },
      ],
    },
  },
  // A test file is a list of cases: its outer describe is no function to keep short.
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'bench/**', 'verify/**'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: [...untyped, 'packages/cli/**', 'bench/**', 'verify/**', 'reference/**', 'packages/text/training/**'],
    rules: { 'no-console': 'off' },
  },
);
