/** Kubernetes' error body, metav1.Status. */
export interface StatusBody {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: { readonly continue?: string };
  readonly status: 'Failure' | 'Success';
  readonly message?: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly code: number;
}

interface What {
  readonly group: string;
  readonly plural: string;
}

interface Cause {
  readonly reason: string;
  readonly message: string;
  readonly field?: string;
}

/** An answer that is an error, in the words of the API server. */
export class StatusError extends Error {
  readonly body: StatusBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: number,
    reason: string | undefined,
    message: string,
    more: {
      details?: Record<string, unknown>;
      headers?: Record<string, string>;
      continue?: string;
    } = {},
  ) {
    super(message);
    this.name = 'StatusError';
    this.headers = more.headers ?? {};
    this.body = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: more.continue ? { continue: more.continue } : {},
      status: 'Failure',
      message,
      ...(reason && { reason }),
      ...(more.details && { details: more.details }),
      code,
    };
  }

  static badRequest(message: string): StatusError {
    return new StatusError(400, 'BadRequest', message);
  }

  static unauthorized(): StatusError {
    return new StatusError(401, 'Unauthorized', 'Unauthorized');
  }

  static notFound(what: What, name: string): StatusError {
    return new StatusError(
      404,
      'NotFound',
      `${qualified(what)} "${name}" not found`,
      { details: details(what, name) },
    );
  }

  /** A path of which the server knows nothing. */
  static noSuchPath(): StatusError {
    return new StatusError(
      404,
      'NotFound',
      'the server could not find the requested resource',
      { details: {} },
    );
  }

  static methodNotAllowed(): StatusError {
    return new StatusError(
      405,
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
      {
        details: {},
      },
    );
  }

  static forbidden(
    message: string,
    what: What | undefined,
    name: string | undefined,
  ): StatusError {
    return new StatusError(403, 'Forbidden', message, {
      details: what ? details(what, name) : {},
    });
  }

  static alreadyExists(what: What, name: string): StatusError {
    return new StatusError(
      409,
      'AlreadyExists',
      `${qualified(what)} "${name}" already exists`,
      {
        details: details(what, name),
      },
    );
  }

  static conflict(what: What, name: string, why?: string): StatusError {
    const because =
      why ??
      'the object has been modified; please apply your changes to the latest version and try again';
    return new StatusError(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${qualified(
        what,
      )} "${name}": ${because}`,
      {
        details: details(what, name),
      },
    );
  }

  static invalid(
    what: { group: string; kind: string },
    name: string,
    causes: readonly Cause[],
  ): StatusError {
    const said = [
      ...new Set(
        causes.map(c => (c.field ? `${c.field}: ${c.message}` : c.message)),
      ),
    ];
    const list = said.length === 1 ? said[0] : `[${said.join(', ')}]`;
    const kind = what.group ? `${what.kind}.${what.group}` : what.kind;
    return new StatusError(
      422,
      'Invalid',
      `${kind} "${name}" is invalid: ${list}`,
      {
        details: {
          ...(name && { name }),
          ...(what.group && { group: what.group }),
          kind: what.kind,
          causes,
        },
      },
    );
  }

  static unsupportedMediaType(accepted: readonly string[]): StatusError {
    return new StatusError(
      415,
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
        ', ',
      )}`,
    );
  }

  /** The words differ by who found out; all are reason Expired. */
  static expired(message: string, freshToken?: string): StatusError {
    return new StatusError(
      410,
      'Expired',
      message,
      freshToken ? { continue: freshToken } : {},
    );
  }

  static tooLargeVersion(asked: number, current: number): StatusError {
    return new StatusError(
      504,
      'Timeout',
      `Timeout: Too large resource version: ${asked}, current: ${current}`,
      {
        details: {
          causes: [
            {
              reason: 'ResourceVersionTooLarge',
              message: 'Too large resource version',
            },
          ],
          retryAfterSeconds: 1,
        },
        headers: { 'Retry-After': '1' },
      },
    );
  }
}

function qualified(what: What): string {
  return what.group ? `${what.plural}.${what.group}` : what.plural;
}

function details(
  what: What,
  name: string | undefined,
): Record<string, unknown> {
  return {
    ...(name && { name }),
    ...(what.group && { group: what.group }),
    kind: what.plural,
  };
}
