import { runCommand } from './commands/index.js';
import { readInvocation, runsAsAction } from './cli/inputs.js';
import { createOutput } from './cli/output.js';
import { createSession, type Session } from './cli/session.js';

async function main(): Promise<number> {
  const output = await createOutput(runsAsAction(), process.argv.includes('--json'));
  let session: Session | undefined;
  try {
    session = createSession(readInvocation(), output.log, output.mask, output.setOutput);
    return await output.finish(await runCommand(session), session.context.masker);
  } catch (error) {
    return await output.fail(error, session?.context.masker);
  } finally {
    session?.close();
  }
}

process.exitCode = await main();
