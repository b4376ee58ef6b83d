/**
 * Milliseconds after which the permissions of somebody who is told of changes are asked anew, for views and logs alike: a
 * right that was taken away ends within 60 s, reading included.
 */
export const AUTHORISE_MS = 50_000;
