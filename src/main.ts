#!/usr/bin/env node
import { COMMAND_LIST } from './commands/index.js';
import { readRequest, runsAsAction } from './cli/inputs.js';
import { createOutput } from './cli/output.js';
import { createSession, type Session } from './cli/session.js';

async function main(): Promise<number> {
  const output = await createOutput(runsAsAction(), process.argv.includes('--json'));
  let session: Session | undefined;
  try {
    const request = await readRequest(COMMAND_LIST);
    if ('print' in request) {
      process.stdout.write(`${request.print}\n`);
      return 0;
    }
    const started = createSession(request, output.log, output.mask, output.setOutput);
    session = started;
    return await output.finish(await request.command.run(started), started.context.masker);
  } catch (error) {
    return await output.fail(error, session?.context.masker);
  } finally {
    session?.close();
  }
}

process.exitCode = await main();
