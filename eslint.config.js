import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const typed = ['**/*.ts', '**/*.svelte', 'build/**/*.mjs']
/** Scripts that belong to no TypeScript project. */
const untyped = ['*.js', 'bin/**/*.mjs', 'build/practice/**/*.mjs', 'build/setup/stand-in-app/*.js']

/** A name that begins with an underscore says that it is not used. */
const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }

const noUnsafeOff = {
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
}

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a default export has another name in every file that imports it.',
}

export default defineConfig(
  globalIgnores([
    'out/',
    'dist/',
    '.cache/',
    'test-results/',
    'playwright-report/',
    'resources/',
    'test/fixtures/',
  ]),
  {
    files: ['**/*.{js,mjs,ts}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', unused],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      // Taking a text apart by code points is what is meant wherever it is done.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A function is async when its interface says so, whether this body of it waits or not.
      '@typescript-eslint/require-await': 'off',
      // Ports are plain objects of closures; taking a function out of one is safe.
      '@typescript-eslint/unbound-method': 'off',
      // Both spellings are used where each reads better.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['build/**/*.mjs'],
    // The compiler heeds a type that stands in a comment; the linter does not, and sees `any`.
    rules: noUnsafeOff,
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [svelte.configs.recommended, svelte.configs.prettier],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser },
    },
  },
  {
    files: ['renderer/**'],
    // The linter sees what comes from a component as `any`; svelte-check knows its type and checks its use.
    rules: noUnsafeOff,
  },
  {
    files: ['renderer/**', 'electron/preload/**', 'test/e2e/**', 'test/screenshots/**'],
    languageOptions: { globals: globals.browser },
  },
  // Typed rules take a second for each component here; svelte-check covers the types of components.
  { files: ['**/*.svelte'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: untyped,
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', unused],
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-async-promise-executor': 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': 'error',
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-irregular-whitespace': 'error',
      'no-prototype-builtins': 'error',
      'no-sparse-arrays': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'use-isnan': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-restricted-syntax': ['error', defaultExport],
    },
  },
  // `let { value = $bindable() } = $props()` is no constant, though it looks like one.
  { files: ['**/*.svelte'], rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' } },
  // Tools look for a default export in their configuration files.
  { files: ['*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
  prettier,
)
