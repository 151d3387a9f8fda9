import type { z } from 'zod';
import { literalPart, placeholdersIn, stringsIn } from './templates.js';

type Path = readonly (string | number)[];

/** The last word of a key, in snake or kebab case, for which a value is a secret. */
const SECRET_KEY =
  /(^|[_-])(auth|authorization|pass|passwd|password|passphrase|pwd|secret|token|credentials?|api[_-]?key|access[_-]?key|private[_-]?key|bypass|otp|pin|signature|session|sid)$/i;

/** Shapes of well-known credentials. */
const SECRET_SHAPE =
  /\b(sk|rk|pk|whsec|re|vercel|sbp|dop_v1|glpat|hf|npm|pypi)[_-](live_|test_)?[A-Za-z0-9]{16,}|\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bxox[abeprs]-[\w-]{10,}|\b(AKIA|ASIA)[A-Z0-9]{16}\b|\beyJ[\w-]{8,}\.[\w-]{8,}\.|-----BEGIN [A-Z ]*PRIVATE KEY|:\/\/[^\s/:@]+:[^\s/@]+@/;

/** What stands before a credential in a header. */
const SCHEME = /^(basic|bearer|token|apikey|digest|key)\b/i;

/**
 * Secrets that are written in the configuration of a probe: a value under a key like `password` or `authorization` that is
 * not a reference, and texts in the shape of a well-known credential. Never repeats the value.
 */
function literalSecrets(config: unknown): { readonly path: Path; readonly message: string }[] {
  return stringsIn(config)
    .filter(({ text, path }) => !isExpectation(path) && isSecret(text, path))
    .map(({ path }) => ({ path, message: 'must be a reference like ${NAME}: do not put secrets in this file' }));
}

/** For `superRefine`. */
export function refuseLiteralSecrets(config: unknown, context: z.RefinementCtx): void {
  for (const { path, message } of literalSecrets(config)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
}

/** What a response must hold is no secret; its keys are those of the response. */
const isExpectation = (path: Path): boolean => path.includes('expect') || path.includes('capture');

function isSecret(text: string, path: Path): boolean {
  const key = path.findLast((part) => typeof part === 'string') ?? '';
  const query = text.split('?')[1]?.split('#')[0] ?? '';
  // The schema of an address refuses a user name.
  if (SECRET_SHAPE.test(literalPart(key === 'url' ? query : text))) return true;
  if (key === 'cookie') return pairsOf(text, ';').some(isSecretPair);
  if (key === 'url') return pairsOf(query, '&').some(isSecretPair);
  if (key === 'body') return bodyHoldsSecret(text);
  return isSecretPair([key, text]);
}

function isSecretPair([key, text]: readonly [string, string]): boolean {
  if (!SECRET_KEY.test(key.replace(/([a-z\d])([A-Z])/g, '$1_$2'))) return false;
  const rest = literalPart(text).trim().replace(SCHEME, '').trim();
  // A placeholder with a word beside it is a prefix; a text without a placeholder is the secret itself.
  return (
    rest !== '' &&
    (placeholdersIn(text).variables.length + placeholdersIn(text).captured.length === 0 || rest.length > 8)
  );
}

const pairsOf = (text: string, separator: string): (readonly [string, string])[] =>
  text.split(separator).map((pair) => {
    const [key = '', ...value] = pair.trim().split('=');
    return [key, value.join('=')];
  });

/** A text body: JSON, a form, or anything else. */
function bodyHoldsSecret(text: string): boolean {
  try {
    return literalSecrets(JSON.parse(text)).length > 0;
  } catch {
    return pairsOf(text, '&').some(isSecretPair);
  }
}
