import type { Request, Response } from 'express';
import { viewText } from '../service/viewText';

/** Answers with a view, or with 304 when the client has this version. Views are a person's own: no shared cache keeps them. */
export function answerJson(req: Request, res: Response, view: object): void {
  const { json, version } = viewText(view);
  res.setHeader('ETag', version);
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('Vary', 'Authorization');
  if (has(req.headers['if-none-match'], version)) {
    res.status(304).end();
    return;
  }
  res.type('application/json').send(json);
}

/** Weak comparison (RFC 9110 8.8.3.2): proxies add and take the `W/`. */
function has(header: string | undefined, version: string): boolean {
  if (header === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return (
    header.trim() === '*' || header.split(',').map(bare).includes(bare(version))
  );
}
