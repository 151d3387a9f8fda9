import { appendFileSync } from 'node:fs';
import type { ErrorCode } from '../runtime/error-codes.js';
import type { Logger, Masker, SourceLocation } from '../runtime/context.js';
import { asRewindError, explain, messageOf, type RewindError } from '../runtime/errors.js';
import { createMasker } from '../runtime/mask.js';
import { visible } from '../runtime/text.js';
import type { Json } from '../runtime/json.js';
import { codeBlock } from '../runtime/markdown.js';
import { bytes, cutMarkdown } from '../runtime/markdown-cut.js';
import { painted } from './color.js';
import { type Caller, completeMarkdown, completeText } from './command-line.js';
import type { CommandResult } from './result.js';
import { runnerLines } from './runner-lines.js';

/** The output of a run: its log, and its results for the next step. */
export interface Output {
  readonly log: Logger;
  /** Makes the runner mask a value in all output, also of other steps. */
  readonly mask: (secret: string) => void;
  /** Sets an output of the action immediately. */
  readonly setOutput: (name: string, value: string) => void;
  /** From now on each command in a message repeats the files that this run was called with. */
  calledBy(caller: Caller): void;
  /** @returns the exit status */
  finish(result: CommandResult, masker: Masker): Promise<number>;
  /** @returns the exit status: 1 failed, 2 nothing was changed */
  fail(error: unknown, masker?: Masker): Promise<number>;
}

/** GitHub drops a summary of more than 1 MiB completely. */
const SUMMARY_LIMIT = 1_000_000;

/** @param colored true if stdout takes colour */
export function consoleOutput(json: boolean, colored: boolean): Output {
  const commands = createCommands();
  const line = (text: string): void => void process.stderr.write(`${commands.inText(text)}\n`);
  const print = (text: string): void => void process.stdout.write(`${text.trimEnd()}\n`);
  return {
    log: {
      debug: () => undefined,
      info: (text, at) => line(inert(withLocation(text, at))),
      warn: (text, at) => line(inert(`warning: ${withLocation(text, at)}`)),
      error: (text, at) => line(inert(withLocation(text, at))),
    },
    mask: () => undefined,
    setOutput: () => undefined,
    calledBy: commands.calledBy,
    finish: async (result, masker) => {
      const shown = masker.redact(json ? jsonText(commands.inJson(result.json)) : inert(commands.inText(result.text)));
      const color = !json && colored && result.style !== undefined;
      print(color ? painted(shown, result.style) : shown);
      return result.exit;
    },
    fail: async (thrown, masker = createMasker()) => {
      const error = asRewindError(thrown);
      line(inert(masker.redact(`error: ${explain(error)}`)));
      if (json) print(masker.redact(jsonText(commands.inJson(errorJson(error)))));
      return error.exitStatus;
    },
  };
}

/** Replaces the commands in the messages of a run; until the caller is known they stay as they are. */
function createCommands() {
  let caller: Caller | null = null;
  const inText = (text: string): string => (caller === null ? text : completeText(caller, text));
  const inJson = (value: Json, key = ''): Json => {
    if (typeof value === 'string')
      return key === 'message' || key === 'remedy' || key === 'problems' ? inText(value) : value;
    if (Array.isArray(value)) return value.map((one: Json) => inJson(one, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inJson(one, name)]));
  };
  return {
    calledBy: (by: Caller): void => {
      caller = by;
    },
    inText,
    /** Only in what is for people: the messages, remedies and problems of findings and errors. */
    inJson: (value: Json): Json => (caller === null ? value : inJson(value)),
    inMarkdown: (text: string): string => (caller === null ? text : completeMarkdown(caller, text)),
  };
}

/**
 * For the runner of GitHub Actions.
 * @param file of the outputs of the step
 * @throws if that part of the program cannot be loaded; the output error-code then says so
 */
export async function actionOutput(file: string | undefined): Promise<Output> {
  const core = await import('@actions/core').catch((error: unknown) => {
    if (file !== undefined) appendErrorCode(file, asRewindError(error).code);
    throw error;
  });
  const lines = runnerLines((text) => void process.stdout.write(text));
  const commands = createCommands();
  const shown = (text: string): string => inert(commands.inText(text));
  /** A runner that takes no summary or output must not turn a finished rollback into a failed one. */
  const attempt = async (what: string, write: () => unknown): Promise<void> => {
    try {
      await write();
    } catch (error) {
      lines.command(() => core.warning(`${what} could not be written: ${messageOf(error)}`));
    }
  };
  // Without a file for outputs it writes a command.
  const setOutput = (name: string, value: string) =>
    attempt(`Output "${name}"`, () => lines.command(() => core.setOutput(name, value)));
  const writeSummary = (text: string) =>
    attempt('The job summary', () => core.summary.addRaw(truncateSummary(text)).write());
  return {
    log: {
      // A hidden line would still show the token of its own stop-commands.
      debug: (text) => (core.isDebug() ? lines.command(() => core.debug(shown(text))) : undefined),
      info: (text, at) =>
        at ? lines.command(() => core.notice(shown(text), annotation(at))) : lines.text(shown(text)),
      warn: (text, at) => lines.command(() => core.warning(shown(text), annotation(at))),
      error: (text, at) => lines.command(() => core.error(shown(text), annotation(at))),
    },
    mask: (secret) => lines.command(() => core.setSecret(secret)),
    setOutput: (name, value) => void setOutput(name, value),
    calledBy: commands.calledBy,
    finish: async (result, masker) => {
      lines.text(masker.redact(shown(result.text)));
      for (const [name, value] of Object.entries(result.outputs ?? {})) {
        // GitHub drops an output with a masked value and only warns; the next job would get an empty string.
        if (masker.spoils(value)) throw new Error(`output "${name}" would hold a secret`);
        await setOutput(name, value);
      }
      if (result.summary !== undefined) await writeSummary(masker.redact(commands.inMarkdown(result.summary)));
      // Status 3 ("no") is an answer: it fails the step, as it would fail a shell.
      const [title = 'failed'] = result.text.split('\n');
      lines.command(() => (result.exit === 0 ? undefined : core.setFailed(masker.redact(shown(title)))));
      return result.exit;
    },
    fail: async (thrown, masker = createMasker()) => {
      const error = asRewindError(thrown);
      const explanation = masker.redact(shown(explain(error)));
      lines.command(() => core.setFailed(explanation));
      await setOutput('error-code', error.code);
      await writeSummary(`## Rewind stopped\n\n${codeBlock('text', explanation)}\n`);
      return error.exitStatus;
    },
  };
}

/** Without the part of the program that does it otherwise. A code is one of ours, so it needs no delimiter. */
function appendErrorCode(file: string, code: ErrorCode): void {
  try {
    appendFileSync(file, `error-code=${code}\n`);
  } catch {
    // The error itself is on stderr already.
  }
}

/**
 * The runner takes a line that begins with `::`, and `##[` anywhere, for a command. It skips characters before `::` that
 * .NET counts as blank, and its list is not ours: everything up to the first letter or digit counts. Text from outside must never be one,
 * on a command line either: a workflow step may have called it.
 */
const inert = (text: string): string =>
  visible(text)
    .replace(/^([^\p{L}\p{N}\n]*?):(?=:)/gmu, '$1\u200b:')
    .replaceAll('##[', '#\u200b#[');

const errorJson = ({ code, message, remedy, problems, resource }: RewindError): Json => ({
  ok: false,
  error: { code, message, remedy, problems: [...problems], resource: resource ?? null },
});

/** One line. Escapes what a terminal or the runner would obey; JSON.stringify leaves it. */
const jsonText = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('##[', String.raw`#\u0023[`)
    .replace(
      /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
      (character) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

const withLocation = (text: string, at?: SourceLocation): string => (at ? `${at.file}:${at.line ?? 1}: ${text}` : text);

function annotation(at: SourceLocation | undefined): {
  file?: string;
  startLine?: number;
  startColumn?: number;
  title?: string;
} {
  return {
    ...(at ? { file: at.file } : {}),
    ...(at?.line === undefined ? {} : { startLine: at.line }),
    ...(at?.column === undefined ? {} : { startColumn: at.column }),
    ...(at?.title === undefined ? {} : { title: at.title }),
  };
}

/** The log shows the text of the result, and no limit of ours applies to it. */
const truncateSummary = (summary: string): string =>
  cutMarkdown(summary, {
    most: SUMMARY_LIMIT,
    size: bytes,
    rest: 'The log of this step shows the result in plain text.',
  });
