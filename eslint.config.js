// What a reader of a diff should not have to look for. Formatting is prettier's, dependencies are
// dependency-cruiser's (dependency-cruiser.cjs).
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { noReExportFile } from './scripts/src/lint/no-re-export-file.mjs';
import { platformGlobals } from './scripts/src/lint/platform-globals.mjs';

const nodeGlobals = { process: 'readonly', console: 'readonly', setTimeout: 'readonly', URL: 'readonly' };

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '.data/', '**/.temp/', 'docs/', 'scripts/test/fixtures/']),
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { tongdian: { rules: { 'no-re-export-file': noReExportFile } } },
    rules: {
      'tongdian/no-re-export-file': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      // Chinese text sets off with an ideographic space.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipTemplates: true, skipJSXText: true, skipComments: true },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      // Types already say what is undefined.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      // An empty class is a Nest module.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{spec,e2e-spec,mini-spec,browser-spec}.{ts,tsx}', '**/test/**', '**/migrations/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // A screen is one function that mostly says what it looks like.
    files: ['{miniapp,admin}/src/**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines-per-function': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Rule 4: platform checks, and what a vendor's host offers, stand in kit/platform alone.
    files: ['miniapp/src/**/*.{ts,tsx}'],
    ignores: ['miniapp/src/kit/platform/**'],
    rules: platformGlobals,
  },
  {
    // No barrel: the build chooses here which platform's file the one name stands for.
    files: ['miniapp/src/kit/platform/index.ts'],
    rules: { 'tongdian/no-re-export-file': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: nodeGlobals },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
