export interface FieldError {
  field: string;
  message: string;
}

/** The body of an `application/problem+json` answer, as far as a page needs it. */
export interface ProblemBody {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  errors?: FieldError[];
  reasons?: unknown[];
}

/** A request that did not succeed: refused by the server, or never answered (`code` "offline"). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly reasons: { code: string; text: string }[];
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: ProblemBody, headers?: Headers) {
    super(body.detail ?? body.title ?? body.code ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'offline' : `http_${status}`);
    this.detail = body.detail ?? body.title ?? '';
    this.errors = Array.isArray(body.errors) ? body.errors : [];
    this.reasons = Array.isArray(body.reasons) ? body.reasons.map(reason) : [];
    this.requestId = headers?.get('X-Request-Id') ?? undefined;
    const wait = Number(headers?.get('Retry-After') ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(wait) ? wait : undefined;
  }

  /** True when nobody knows whether the server acted: the same request may be sent again with its key. */
  get undecided(): boolean {
    return this.status === 0 || this.status >= 500 || this.code === 'idempotency_in_progress';
  }

  fieldError(field: string): string | undefined {
    return this.errors.find((error) => error.field === field || error.field.endsWith(`.${field}`))?.message;
  }
}

function reason(given: unknown): { code: string; text: string } {
  if (typeof given === 'string') return { code: given, text: given };
  const known = (given ?? {}) as Record<string, unknown>;
  const code = known['code'] ?? known['rule'] ?? '';
  return { code: String(code), text: String(known['detail'] ?? known['message'] ?? code) };
}
