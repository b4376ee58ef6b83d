import { layOut } from './layOut';

/** Each test finds elements laid out as windows of so many rows. */
export function eachLaidOut(rows: number): void {
  let undo: (() => void) | undefined;
  beforeEach(() => {
    undo = layOut(rows);
  });
  afterEach(() => undo?.());
}
