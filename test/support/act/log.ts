import { z } from 'zod';
import type { JobPlan } from './workflows.js';

/** One line of `act --json`. Only `msg` is masked by act; `arg`, `content` and `raw` hold what the step wrote. */
const entry = z.looseObject({
  level: z.string(),
  msg: z.string(),
  job: z.string().optional(),
  jobID: z.string().optional(),
  step: z.string().optional(),
  stepID: z.array(z.string()).optional(),
  stage: z.string().optional(),
  stepResult: z.union([z.string(), z.number()]).optional(),
  jobResult: z.string().optional(),
  executionTime: z.number().optional(),
  raw_output: z.boolean().optional(),
  command: z.string().optional(),
  name: z.string().optional(),
  arg: z.string().optional(),
  raw: z.string().optional(),
  content: z.string().optional(),
});
export type LogEntry = z.infer<typeof entry>;

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** file, line, endLine, col, title as given. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface ActStep {
  /** Its id, or its index as text; a step inside a composite action is `outer/inner`. */
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  result: 'success' | 'failure' | 'running';
  /** Milliseconds since the epoch, when act said that the step began and ended. */
  readonly startedAt: number;
  endedAt?: number;
  durationMs?: number;
  log: string;
  readonly outputs: Record<string, string>;
  /** What it wrote to GITHUB_STEP_SUMMARY, not masked. */
  summary: string;
}

export interface ActJob {
  readonly id: string;
  /** The job of the caller that called this job's workflow, when it is in a reusable one. */
  readonly calledBy?: string;
  /** `skipped` is told by absence: act says nothing of a job whose condition was false or whose turn never came. */
  result: 'success' | 'failure' | 'skipped' | 'unfinished';
  readonly steps: ActStep[];
  summary: string;
  readonly annotations: Annotation[];
  startedAt?: number;
  endedAt?: number;
}

export interface ExpectedJob extends JobPlan {
  readonly calledBy?: JobPlan;
}

/** Reads the JSON lines of act as they come. */
export class ActLog {
  readonly jobs: ActJob[] = [];
  /** Everything as a person would see it, one line an entry; act has masked it. */
  text = '';
  private rest = '';

  constructor(private readonly expected: readonly ExpectedJob[]) {}

  /** Takes a piece of output; returns the lines that it completed. */
  push(chunk: string): string[] {
    const pieces = (this.rest + chunk).split('\n');
    this.rest = pieces.pop() ?? '';
    return pieces.filter((line) => line !== '').map((line) => this.line(line));
  }

  finish(): void {
    if (this.rest !== '') this.push('\n');
    // A caller's own line carries no steps: its outcome is that of the jobs it called.
    const callers = new Set(this.expected.map((job) => job.calledBy?.id));
    this.jobs.splice(0, Infinity, ...this.jobs.filter((job) => job.calledBy !== undefined || !callers.has(job.id)));
    for (const job of this.expected) {
      if (job.uses !== undefined) continue;
      const calledBy = job.calledBy?.id;
      if (this.jobs.some((seen) => seen.id === job.id && seen.calledBy === calledBy)) continue;
      this.jobs.push({ ...this.newJob(job.id, calledBy), result: 'skipped' });
    }
  }

  private newJob(id: string, calledBy: string | undefined): ActJob {
    return {
      id,
      ...(calledBy === undefined ? {} : { calledBy }),
      result: 'unfinished',
      steps: [],
      summary: '',
      annotations: [],
    };
  }

  private line(raw: string): string {
    const parsed = parseEntry(raw);
    const shown = parsed === undefined ? raw : `${this.prefix(parsed)}${parsed.msg.replace(/\r?\n$/, '')}`;
    this.text += `${shown}\n`;
    if (parsed?.jobID !== undefined) this.take(parsed, parsed.jobID, Date.now());
    return shown;
  }

  /** "[plan] "; with two callers of one workflow "[eu/plan] ". */
  private prefix(at: LogEntry): string {
    if (at.jobID === undefined) return '';
    const isShared = this.expected.filter(({ id }) => id === at.jobID).length > 1;
    const caller = isShared ? this.callerOf(at, at.jobID) : undefined;
    const name = caller === undefined ? at.jobID : `${caller}/${at.jobID}`;
    return `[${name}] ${at.raw_output === true ? '| ' : ''}`;
  }

  private callerOf(at: LogEntry, id: string): string | undefined {
    const candidates = this.expected.filter((job) => job.id === id);
    const label = (at.job ?? '').trim();
    const owner =
      candidates.length > 1
        ? candidates.find((job) => job.calledBy !== undefined && label.startsWith(`${job.calledBy.name}/`))
        : candidates[0];
    return owner?.calledBy?.id;
  }

  private jobOf(at: LogEntry, id: string, now: number): ActJob {
    const calledBy = this.callerOf(at, id);
    let job = this.jobs.find((seen) => seen.id === id && seen.calledBy === calledBy);
    if (job === undefined) {
      job = { ...this.newJob(id, calledBy), startedAt: now };
      this.jobs.push(job);
    }
    return job;
  }

  private take(at: LogEntry, jobId: string, now: number): void {
    const job = this.jobOf(at, jobId, now);
    if (at.jobResult !== undefined) {
      job.result = at.jobResult === 'success' ? 'success' : 'failure';
      job.endedAt = now;
    }
    if (at.stepID === undefined || at.stage === undefined) return;
    const id = at.stepID.join('/');
    const begun = /^⭐ Run (?:Pre|Main|Post) ([\s\S]*)$/u.exec(at.msg);
    if (begun !== null && at.raw_output !== true) {
      const name = (begun[1] ?? '').trim();
      job.steps.push({
        id,
        name,
        stage: at.stage,
        result: 'running',
        startedAt: now,
        log: '',
        outputs: {},
        summary: '',
      });
    }
    const step = job.steps.findLast((known) => known.id === id && known.stage === at.stage);
    if (step === undefined) return;
    if (at.raw_output === true) step.log += at.msg.endsWith('\n') ? at.msg : `${at.msg}\n`;
    if (at.executionTime !== undefined) {
      // act writes the outcome as 0, 1, 2 or as a word, depending on the formatter.
      step.result = at.stepResult === 0 || at.stepResult === 'success' ? 'success' : 'failure';
      step.durationMs = at.executionTime / 1e6;
      step.endedAt = now;
    }
    if (at.command === 'set-output' && at.name !== undefined) step.outputs[at.name] = at.arg ?? '';
    if (at.command === 'summary') {
      step.summary += at.content ?? '';
      job.summary += at.content ?? '';
    }
    if (at.command === 'error' || at.command === 'warning' || at.command === 'notice') {
      job.annotations.push({ level: at.command, message: at.arg ?? '', properties: properties(at.raw ?? '') });
    }
  }
}

function parseEntry(line: string): LogEntry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return entry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** `::error file=a,line=3::…` → {file, line}. act's own reading drops values with an equals sign. */
function properties(raw: string): Record<string, string> {
  const list = /^::[a-z]+ (.*?)::/.exec(raw)?.[1] ?? '';
  const unescape = (value: string): string =>
    value
      .replaceAll('%2C', ',')
      .replaceAll('%3A', ':')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%');
  return Object.fromEntries(
    list
      .split(',')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), unescape(pair.slice(pair.indexOf('=') + 1))]),
  );
}
