// The little of @actions/core that the stand-ins need.
import { appendFileSync } from 'node:fs';

export const input = (name) => (process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
export const flag = (name) => /^(true|True|TRUE)$/.test(input(name));
export const output = (name, value) => appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
export const fail = (message) => {
  console.log(`::error::${message.replaceAll('%', '%25').replaceAll('\n', '%0A')}`);
  process.exit(1);
};
