import type { Logger, Masker, SourceLocation } from '../runtime/context.js';
import { asRewindError, explain, messageOf } from '../runtime/errors.js';
import { createMasker } from '../runtime/mask.js';
import type { CommandResult } from './result.js';

/** The output of a run: its log, and its results for the next step. */
export interface Output {
  readonly log: Logger;
  /** Makes the runner mask a value in all output, also of other steps. */
  readonly mask: (secret: string) => void;
  /** Sets an output of the action immediately. */
  readonly setOutput: (name: string, value: string) => void;
  /** @returns the exit status */
  finish(result: CommandResult, masker: Masker): Promise<number>;
  /** @returns the exit status: 1 failed, 2 nothing was changed */
  fail(error: unknown, masker?: Masker): Promise<number>;
}

/** GitHub drops a summary of more than 1 MiB completely. */
const SUMMARY_LIMIT = 1_000_000;

export async function createOutput(action: boolean, json: boolean): Promise<Output> {
  return action ? actionOutput() : consoleOutput(json);
}

function consoleOutput(json: boolean): Output {
  const line = (text: string): void => void process.stderr.write(`${text}\n`);
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
    finish: async (result, masker) => {
      print(masker.redact(json ? JSON.stringify(result.json) : inert(result.text)));
      return result.exit;
    },
    fail: async (thrown, masker = createMasker()) => {
      const error = asRewindError(thrown);
      line(inert(masker.redact(`error: ${explain(error)}`)));
      const { code, message, remedy, problems, resource } = error;
      const body = { ok: false, error: { code, message, remedy, problems, resource: resource ?? null } };
      if (json) print(masker.redact(JSON.stringify(body)));
      return error.exitStatus;
    },
  };
}

async function actionOutput(): Promise<Output> {
  const core = await import('@actions/core');
  /** A runner that takes no summary or output must not turn a finished rollback into a failed one. */
  const attempt = async (what: string, write: () => unknown): Promise<void> => {
    try {
      await write();
    } catch (error) {
      core.warning(`${what} could not be written: ${messageOf(error)}`);
    }
  };
  const setOutput = (name: string, value: string) => attempt(`Output "${name}"`, () => core.setOutput(name, value));
  const writeSummary = (text: string) =>
    attempt('The job summary', () => core.summary.addRaw(truncateSummary(text)).write());
  return {
    log: {
      debug: (text) => core.debug(text),
      info: (text, at) => (at ? core.notice(visible(text), annotation(at)) : core.info(inert(text))),
      warn: (text, at) => core.warning(visible(text), annotation(at)),
      error: (text, at) => core.error(visible(text), annotation(at)),
    },
    mask: (secret) => core.setSecret(secret),
    setOutput: (name, value) => void setOutput(name, value),
    finish: async (result, masker) => {
      core.info(inert(masker.redact(result.text)));
      for (const [name, value] of Object.entries(result.outputs ?? {})) {
        // GitHub drops an output with a masked value and only warns; the next job would get an empty string.
        if (masker.redact(value) !== value) throw new Error(`output "${name}" would hold a secret`);
        await setOutput(name, value);
      }
      if (result.summary !== undefined) await writeSummary(masker.redact(result.summary));
      // Status 3 ("no") is an answer: it fails the step, as it would fail a shell.
      if (result.exit !== 0) core.setFailed(masker.redact(result.text.split('\n')[0] ?? 'failed'));
      return result.exit;
    },
    fail: async (thrown, masker = createMasker()) => {
      const error = asRewindError(thrown);
      const explanation = visible(masker.redact(explain(error)));
      core.setFailed(explanation);
      await setOutput('error-code', error.code);
      await writeSummary(`## Rewind stopped\n\n\`\`\`text\n${explanation.replace(/`{3,}|~{3,}/g, "'''")}\n\`\`\`\n`);
      return error.exitStatus;
    },
  };
}

/** Control characters (ANSI sequences and changes of the writing direction included) as visible characters. */
const visible = (text: string): string =>
  Array.from(text, (c) => (isControl(c.codePointAt(0) ?? 0) ? '\ufffd' : c)).join('');

const isControl = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

/**
 * The runner takes a line that begins with `::`, and `##[` anywhere, for a command. It skips characters before `::` that
 * .NET counts as blank, and its list is not ours: everything up to the first letter or digit counts. Text from outside must never be one,
 * on a command line either: a workflow step may have called it.
 */
const inert = (text: string): string =>
  visible(text)
    .replace(/^([^\p{L}\p{N}\n]*?):(?=:)/gmu, '$1\u200b:')
    .replaceAll('##[', '#\u200b#[');

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

function truncateSummary(summary: string): string {
  if (Buffer.byteLength(summary) <= SUMMARY_LIMIT) return summary;
  return `${summary.slice(0, SUMMARY_LIMIT / 4)}\n\n… truncated: the artifact contains the full report.\n`;
}
