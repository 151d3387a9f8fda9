import type { Masker } from './context.js';

const MIN_LENGTH = 4;

/**
 * Redacts every registered secret in each form in which it may leak: unchanged, URL-encoded, as a JSON string, and base64
 * at each of the three alignments, so that a longer encoded text does not hide it.
 *
 * @param onSecret called with each form, e.g. `core.setSecret`, so that the runner masks the output of other programs
 */
export function createMasker(onSecret: (secret: string) => void = () => undefined): Masker {
  const forms = new Set<string>();
  let ordered: string[] = [];
  return {
    add(secret) {
      if (secret.length < MIN_LENGTH) return;
      for (const form of formsOf(secret)) {
        if (forms.has(form)) continue;
        forms.add(form);
        onSecret(form);
      }
      // Longest first: a secret that contains another must be replaced completely.
      ordered = [...forms].sort((a, b) => b.length - a.length);
    },
    redact(text) {
      return ordered.reduce((result, form) => result.replaceAll(form, '***'), text);
    },
  };
}

function formsOf(secret: string): string[] {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...base64Forms(secret)];
  // Logs print a multi-line secret (a key file) line by line.
  forms.push(...secret.split('\n').map((line) => line.trim()));
  // The password inside a URL leaks without the rest of the URL.
  const password = passwordOf(secret);
  if (password !== undefined) forms.push(password, encodeURIComponent(password));
  return [...new Set(forms)].filter((form) => form.length >= MIN_LENGTH);
}

function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // Characters that also depend on the neighbours are cut off at both ends.
    const start = [0, 2, 3][offset] ?? 0;
    const whole = offset === 0 && (bytes.length * 8) % 6 === 0;
    const core = encoded.slice(start, whole || (offset + bytes.length) % 3 === 0 ? undefined : -1);
    return core.length >= 8 ? [core, core.replaceAll('+', '-').replaceAll('/', '_')] : [];
  });
}

function passwordOf(secret: string): string | undefined {
  if (!secret.includes('://')) return undefined;
  try {
    const { password } = new URL(secret);
    return password === '' ? undefined : decodeURIComponent(password);
  } catch {
    return undefined;
  }
}
