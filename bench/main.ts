/**
 * Benchmarks: side by side in one run, medians and ratios, Markdown on stdout. Nothing here fails on a figure, except
 * `verdict`: its bounds are promises.
 *
 *   npm run bench                        all of them
 *   npm run bench -- startup postgres    some
 *   npm run bench -- postgres 200         with a database of so many MB (REWIND_TEST_POSTGRES_BIN: of that PostgreSQL)
 *   npm run bench -- verdict 400          with so many watches of each kind
 *   npm run bench -- watch 1              for so many minutes
 *   npm run bench -- vercel 1             with so many rounds
 */
const given = process.argv.slice(2);
const digits = given.find((argument) => /^\d+$/.test(argument));
const number = digits === undefined ? undefined : Number(digits);

const BENCHMARKS: Record<string, () => Promise<string>> = {
  startup: async () => (await import('./startup.js')).run(),
  vercel: async () => (await import('./vercel-rollback.js')).run(number),
  twelve: async () => (await import('./twelve-resources.js')).run(number),
  execute: async () => (await import('./execute.js')).run(),
  'large-account': async () => (await import('./large-account.js')).run(),
  verdict: async () => (await import('./verdict.js')).run(number),
  postgres: async () => (await import('./postgres.js')).run(number ?? 1500),
  watch: async () => (await import('./watch.js')).run(number ?? 5),
};

const wanted = given.filter((argument) => !/^\d+$/.test(argument));
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`## ${name}\n`);
  console.log(`${await run()}\n`);
}
