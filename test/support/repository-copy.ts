import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXTENSION = `${ROOT}test/support/extension`;
const execute = promisify(execFile);

/** A copy of this repository, committed, in which a test may add files. */
export class RepositoryCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'rewind-copy-'));

  static async create(): Promise<RepositoryCopy> {
    const copy = new RepositoryCopy();
    const { stdout } = await execute('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
    });
    const deleted = await execute('git', ['ls-files', '-z', '--deleted'], { cwd: ROOT });
    const gone = new Set(deleted.stdout.split('\0'));
    for (const file of stdout.split('\0')) {
      if (file === '' || file.startsWith('dist/') || gone.has(file)) continue;
      mkdirSync(join(copy.root, dirname(file)), { recursive: true });
      cpSync(join(ROOT, file), join(copy.root, file));
    }
    symlinkSync(`${ROOT}node_modules`, join(copy.root, 'node_modules'));
    await copy.run('git', ['init', '--quiet']);
    await copy.commit();
    return copy;
  }

  /** Adds files of test/support/extension below a path; they end in .txt there, so that nothing compiles them. */
  add(path: string): string[] {
    const files = readdirSync(join(EXTENSION, path), { recursive: true, encoding: 'utf8' });
    const added = files.filter((file) => file.endsWith('.txt')).map((file) => join(path, file));
    return added.map((file) => {
      const target = file.replace(/\.txt$/, '');
      mkdirSync(join(this.root, dirname(target)), { recursive: true });
      cpSync(join(EXTENSION, file), join(this.root, target));
      return target;
    });
  }

  /** @throws when the program fails, with what it printed */
  async run(program: string, args: readonly string[]): Promise<string> {
    const { stdout } = await execute(program, [...args], { cwd: this.root, maxBuffer: 1 << 26 });
    return stdout;
  }

  /** Runs a program of node_modules. */
  npx(program: string, args: readonly string[]): Promise<string> {
    return this.run(join(this.root, 'node_modules/.bin', program), args);
  }

  async commit(): Promise<void> {
    await this.run('git', ['add', '--all']);
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@localhost', '-c', 'commit.gpgsign=false'];
    await this.run('git', [...identity, 'commit', '--quiet', '--no-verify', '--message', 'State']);
  }

  /** Files that were added and files that were modified or removed since the last commit, sorted. */
  async changes(): Promise<{ readonly added: string[]; readonly modified: string[] }> {
    await this.run('git', ['add', '--all']);
    const lines = (await this.run('git', ['status', '--porcelain'])).split('\n').filter((line) => line !== '');
    const files = (added: boolean): string[] =>
      lines.filter((line) => line.startsWith('A') === added).map((line) => line.slice(3));
    return { added: files(true), modified: files(false) };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
