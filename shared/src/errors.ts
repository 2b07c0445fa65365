import { z } from 'zod';

/** What kind of trouble it is; decides the HTTP status and whether trying again can help. */
export const errorCategory = z.enum([
  'bad-input',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'conflict',
  'too-many',
  'unavailable',
  'set-up',
  'internal',
]);
export type ErrorCategory = z.infer<typeof errorCategory>;

/** The one shape in which an error travels: in acks, in REST bodies, in job results. */
export const wireError = z.object({
  code: z.string().meta({ description: 'Stable, kebab-case, for programs', example: 'door-closed' }),
  category: errorCategory,
  message: z.string().meta({ description: 'Whole sentences for the person: what happened, what to do' }),
});
export type WireError = z.infer<typeof wireError>;

/** HTTP status of each category (RFC 9110). */
export const httpStatus: Readonly<Record<ErrorCategory, number>> = {
  'bad-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
  'set-up': 500,
  internal: 500,
};

/**
 * The one error family of Ajar. `message` is words for the person who meets it; what an engineer
 * needs rides in `cause` and reaches the log, never the wire.
 */
export class AjarError extends Error {
  readonly code: string;
  readonly category: ErrorCategory;

  constructor(category: ErrorCategory, code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AjarError';
    this.category = category;
    this.code = code;
  }

  toWire(): WireError {
    return { code: this.code, category: this.category, message: this.message };
  }

  static fromWire(error: WireError): AjarError {
    return new AjarError(error.category, error.code, error.message);
  }
}

/** Whatever was thrown, as an `AjarError`: our own pass through, anything else becomes `internal`. */
export function toAjarError(thrown: unknown): AjarError {
  if (thrown instanceof AjarError) return thrown;
  if (thrown instanceof z.ZodError) {
    return new AjarError('bad-input', 'bad-input', firstIssue(thrown), { cause: thrown });
  }
  return new AjarError(
    'internal',
    'internal',
    'Something went wrong on our side. Nothing was changed; please try again.',
    {
      cause: thrown,
    },
  );
}

/** The first thing wrong, as one sentence that names the field: `state: Invalid option…`. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'The message could not be read.';
  const field = issue.path.map(String).join('.');
  return field ? `${field}: ${issue.message}` : issue.message;
}

/** Ends a `switch` over a union: a missing case is a compile error, an impossible one is thrown. */
export function assertUnreachable(value: never): never {
  throw new AjarError('internal', 'unreachable', `Unexpected value: ${JSON.stringify(value)}`);
}
