import { sharedChange } from './sharedChange';

describe('sharedChange', () => {
  it('makes one object of one view, so that it is written out once', () => {
    const change = sharedChange((view: { n: number }) => ({ n: view.n + 1 }));
    const view = { n: 1 };
    expect(change(view)).toEqual({ n: 2 });
    expect(change(view)).toBe(change(view));
    expect(change({ n: 1 })).not.toBe(change(view));
    expect(view).toEqual({ n: 1 });
  });
});
