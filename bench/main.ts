/**
 * Benchmarks: side by side in one run, medians and ratios, Markdown on stdout. Not tests: nothing here fails on a figure.
 *
 *   npm run bench                        all of them
 *   npm run bench -- startup postgres    some
 *   BENCH_DATABASE_MB=200 npm run bench -- postgres
 */
const BENCHMARKS: Record<string, () => Promise<string>> = {
  startup: async () => (await import('./startup.js')).run(),
  vercel: async () => (await import('./vercel-rollback.js')).run(),
  execute: async () => (await import('./execute.js')).run(),
  'large-account': async () => (await import('./large-account.js')).run(),
  postgres: async () => (await import('./postgres.js')).run(Number(process.env.BENCH_DATABASE_MB ?? '1100')),
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`## ${name}\n`);
  console.log(`${await run()}\n`);
}
