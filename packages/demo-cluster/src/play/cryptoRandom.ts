import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Random } from './Random.ts';

/** Neither vowels nor digits that look like them (k8s.io/apimachinery/pkg/util/rand). */
const SAFE = 'bcdfghjklmnpqrstvwxz2456789';

export const cryptoRandom: Random = {
  uuid: randomUUID,
  hex: digits =>
    randomBytes(Math.ceil(digits / 2))
      .toString('hex')
      .slice(0, digits),
  suffix: () =>
    Array.from({ length: 5 }, () => SAFE[randomInt(SAFE.length)]).join(''),
};
