import type { Masker } from '../../runtime/context.js';
import { answerProblem, type Need, type NeedFlag } from './needs.js';

/** Questions to the person at the terminal. Null: the person stopped. */
export interface Asker {
  /** Answers by flag; an empty one leaves the thing out. */
  answers(
    needs: readonly Need[],
    suggested: Readonly<Partial<Record<NeedFlag, string>>>,
  ): Promise<Map<NeedFlag, string> | null>;
  /** @param initially the answer of the Enter key; default: yes */
  confirm(question: string, initially?: boolean): Promise<boolean | null>;
}

/** Loads the prompts only now: nobody else needs them. */
export async function terminalAsker(signal: AbortSignal): Promise<Asker> {
  const { confirm, isCancel, text } = await import('@clack/prompts');
  return {
    answers: async (needs, suggested) => {
      const answers = new Map<NeedFlag, string>();
      for (const need of needs) {
        const initialValue = suggested[need.flag];
        const fits = initialValue !== undefined && answerProblem(need, initialValue) === undefined;
        const answer = await text({
          message: need.without === null ? need.question : `${need.question} Leave it empty to leave it out.`,
          placeholder: need.example,
          ...(fits ? { initialValue } : {}),
          signal,
          validate: (given) => answerProblem(need, given ?? ''),
        });
        if (isCancel(answer)) return null;
        answers.set(need.flag, answer.trim());
      }
      return answers;
    },
    confirm: async (message, initialValue = true) => {
      const answer = await confirm({ message, initialValue, signal });
      return isCancel(answer) ? null : answer;
    },
  };
}

/** Shows text on the terminal alone: it passes neither the log nor the result. */
export function showOnce(lines: readonly string[], masker: Masker, secrets: readonly string[]): void {
  // From here on, nothing else prints them.
  for (const secret of secrets) masker.add(secret);
  process.stdout.write(`${lines.join('\n')}\n`);
}
