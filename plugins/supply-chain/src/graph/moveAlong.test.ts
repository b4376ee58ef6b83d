import { moveAlong } from './moveAlong';

describe('moveAlong', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowDown', 0, 1],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 2, 1],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Enter', 1, undefined],
    ['a', 1, undefined],
  ])('%s from %d of three leads to %s', (key, from, to) =>
    expect(moveAlong(key, from, 3)).toBe(to),
  );
});
