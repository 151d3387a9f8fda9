// What runs before the first step of a job, on a runner that keeps its workspace: the files of an earlier run are there.
import { cpSync, readFileSync } from 'node:fs';

const { kept } = JSON.parse(readFileSync(new URL('origin.json', import.meta.url), 'utf8'));
cpSync(kept, process.env.GITHUB_WORKSPACE, { recursive: true });
