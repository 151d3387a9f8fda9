import { availableParallelism } from 'node:os';

const base = {
  // Each run has a temporary directory of its own (scripts/jest.mjs); what was compiled stays.
  cacheDirectory: '<rootDir>/out/jest',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  // Ordinary global objects: a suite of emulators needs a tenth less CPU time.
  testEnvironment: '<rootDir>/scripts/test-environment.cjs',
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/lib/', '<rootDir>/out/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/', '<rootDir>/out/', '<rootDir>/.cache/'],
};

/** Suites that start the program start one bundle of the sources. */
const withProgram = { ...base, globalSetup: '<rootDir>/scripts/bundle-sources.mjs' };

/** One project per kind of test, so that `npm test`, the peers and the dist tests are chosen by name. */
export default {
  reporters: ['default', '<rootDir>/scripts/closing-line-reporter.mjs'],
  testTimeout: 60_000,
  // Suites wait for processes, servers and timers: three workers leave two cores idle 14 % of the time, four workers 4 %.
  maxWorkers: Math.max(4, Math.floor(availableParallelism() * 1.5)),
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
    {
      ...withProgram,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/{integration,conformance,contract,e2e}/**/*.test.ts'],
    },
    { ...withProgram, displayName: 'peers', testMatch: ['<rootDir>/test/peers/**/*.test.ts'] },
    { ...base, displayName: 'dist', testMatch: ['<rootDir>/test/dist/**/*.test.ts'] },
  ],
};
