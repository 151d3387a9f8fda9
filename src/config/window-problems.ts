import type { Windows } from './windows.js';

interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What the schema cannot see: local times that do not exist or exist twice, and places without a calendar. */
export async function windowProblems({ timezone, freezes, holidays }: Windows): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (freezes.length > 0) {
    const { instantOf } = await import('./local-time.js');
    freezes.forEach(({ from, to }, index) => {
      const [start, end] = [instantOf(from, timezone), instantOf(to, timezone)];
      if ('problem' in start) problems.push({ path: ['freezes', index, 'from'], message: start.problem });
      if ('problem' in end) problems.push({ path: ['freezes', index, 'to'], message: end.problem });
      if ('at' in start && 'at' in end && start.at.epochMilliseconds >= end.at.epochMilliseconds) {
        problems.push({ path: ['freezes', index, 'to'], message: 'must be later than "from"' });
      }
    });
  }
  if (holidays !== undefined) {
    const { placeProblem } = await import('./holidays.js');
    const problem = placeProblem(holidays);
    if (problem !== null) problems.push({ path: ['holidays', problem.key], message: problem.message });
  }
  return problems;
}
