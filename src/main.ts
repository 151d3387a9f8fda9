#!/usr/bin/env node
import { COMMAND_LIST } from './commands/index.js';
import { outputsFile, readRequest, runsAsAction, takesColor } from './cli/inputs.js';
import { actionOutput, consoleOutput } from './cli/output.js';
import { createSession, type Session } from './cli/session.js';
import { endWith, survivePipes } from './cli/pipes.js';

async function main(): Promise<number> {
  const json = process.argv.includes('--json');
  let output = consoleOutput(json, takesColor());
  let session: Session | undefined;
  try {
    if (runsAsAction()) output = await actionOutput(outputsFile());
    const request = await readRequest(COMMAND_LIST);
    if ('print' in request) {
      process.stdout.write(`${json ? JSON.stringify(request.json) : request.print}\n`);
      return 0;
    }
    output.calledBy(request);
    const started = createSession(request, output.log, output.mask, output.setOutput);
    session = started;
    return await output.finish(await request.command.run(started), started.context.masker);
  } catch (error) {
    return await output.fail(error, session?.context.masker);
  } finally {
    session?.close();
  }
}

survivePipes();
endWith(await main());
