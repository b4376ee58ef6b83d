import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ErrorRequestHandler } from 'express';
import { toApiFailure } from './toApiFailure';

/** Turns what a route threw into `{error: {name, message, code, …}}`, in the form that Backstage's clients read as well. */
export function errorAnswers(logger: LoggerService): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    // Nobody waits: the client has left.
    if (res.destroyed) return;
    const failure = toApiFailure(error);
    if (failure.unexpected) {
      logger.error(
        `${req.method} ${req.path} failed`,
        error instanceof Error ? error : new Error(String(error)),
      );
    }
    if (res.headersSent) {
      res.destroy();
      return;
    }
    if (failure.retryAfterMs !== undefined) {
      res.setHeader('Retry-After', Math.ceil(failure.retryAfterMs / 1000));
    }
    res.setHeader('Cache-Control', 'no-store');
    res.status(failure.status).json({
      error: failure.error,
      request: { method: req.method, url: req.originalUrl },
      response: { statusCode: failure.status },
    });
  };
}
