import { hash } from 'node:crypto';
import { isInstant } from '../instants/isInstant.ts';
import type { Particulars } from './Particulars.ts';
import type { Slot } from './Slot.ts';

const HOUR = 60 * 60;

/** What stands in a slot for one workload. Never holds what JSON has to escape. */
export function slotValue(slot: Slot, p: Particulars, version: string): string {
  switch (slot.kind) {
    case 'name':
      return p.name;
    case 'namespace':
      return p.namespace;
    case 'version':
      return version;
    case 'buildNumber':
      return String(p.build - slot.behind);
    case 'uuid':
      return uuidOf(hash('sha1', `${p.salt}/${withBuild(slot.of, p)}`));
    case 'sha1':
      return hash('sha1', `${p.salt}/${slot.of}`);
    case 'imageDigest':
      return hash('sha256', `${p.salt}/image/${p.build - slot.behind}`);
    case 'digestOf':
      return hash('sha256', slot.text(p, version));
    case 'instant':
      return moved(slot.at, slot.born ? p.bornShiftSeconds : p.shiftSeconds);
    case 'tagTime':
      return movedTag(slot.at, p.shiftSeconds);
    default: {
      const never: never = slot;
      throw new Error(`Unknown slot ${JSON.stringify(never)}`);
    }
  }
}

/** `Build-0`, `Pod-1`: what belongs to a build has another uid for each. */
function withBuild(of: string, p: Particulars): string {
  return of.replace(/^(Build|Pod)-(-?\d+)$/, (_, kind: string, behind) => {
    return `${kind}#${p.build - Number(behind)}`;
  });
}

function uuidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(
    13,
    16,
  )}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function moved(text: string, seconds: number): string {
  if (!isInstant(text)) return text;
  const whole = Date.parse(`${text.slice(0, 19)}Z`) + seconds * 1000;
  return new Date(whole).toISOString().slice(0, 19) + text.slice(19);
}

function movedTag(text: string, seconds: number): string {
  const [, ...parts] =
    /^(\d{4})(\d\d)(\d\d)\.(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] =
    parts.map(Number);
  const at =
    Date.UTC(year, month - 1, day) +
    (hour * HOUR + minute * 60 + second + seconds) * 1000;
  const digits = new Date(at).toISOString().replace(/[-:]/g, '');
  return `${digits.slice(0, 8)}.${digits.slice(9, 15)}`;
}
