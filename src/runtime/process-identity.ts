import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { types } from 'node:util';

/** Names one process of one machine, also after its end. */
export interface ProcessIdentity {
  readonly host: string;
  /** Boot of the machine and namespace of its process ids; empty where the system does not tell (not Linux). */
  readonly machine: string;
  readonly pid: number;
  /** When it started, as the system writes it: a process id is used again. Empty where the system does not tell. */
  readonly started: string;
}

export function thisProcess(): ProcessIdentity {
  return { host: hostname(), machine: machine(), pid: process.pid, started: statOf(process.pid)?.started ?? '' };
}

/**
 * True only if the process is surely gone: it ran on this machine, and its process id is free or another process has it.
 * False for a process of another machine, whose state nobody knows.
 */
export function isGone(owner: ProcessIdentity): boolean {
  if (owner.host !== hostname() || owner.machine !== machine()) return false;
  const stat = statOf(owner.pid);
  if (stat !== null) return stat.ended || stat.started !== owner.started;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return types.isNativeError(error) && 'code' in error && error.code === 'ESRCH';
  }
}

/** Two containers may have one host name, and both a process 17. */
function machine(): string {
  return [() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), () => readlinkSync('/proc/self/ns/pid')]
    .map((read) => attempt(read) ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

/** State and start of a process (proc_pid_stat(5)); null where there is no /proc, or no such process. */
function statOf(pid: number): { readonly started: string; readonly ended: boolean } | null {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program stands in parentheses and may hold anything.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return null;
  return { started: fields[19] ?? '', ended: ['Z', 'X', 'x'].includes(fields[0] ?? '') };
}

function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
