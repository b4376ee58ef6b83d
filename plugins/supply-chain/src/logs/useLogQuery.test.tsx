import { act, renderHook } from '@testing-library/react';
import { useLogQuery } from './useLogQuery';

/** An address that changes when it is asked to, and by others. */
function at(q?: string) {
  const go = jest.fn();
  const shown = renderHook(
    (address: { q?: string }) => useLogQuery({ q: address.q, go }),
    { initialProps: q === undefined ? {} : { q } },
  );
  return {
    go,
    query: () => shown.result.current[0],
    type: (text: string) => act(() => shown.result.current[1](text)),
    addressIs: (address: { q?: string }) => shown.rerender(address),
    rest: () => act(() => jest.runAllTimers()),
    leave: () => shown.unmount(),
  };
}

describe('what is searched in a log', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('begins with what the address says, and tells it nothing', () => {
    const search = at('error');
    search.rest();
    expect(search.query()).toBe('error');
    expect(search.go).not.toHaveBeenCalled();
  });

  it('is in the address once, when the typing has settled', () => {
    const search = at();
    search.type('er');
    search.type('error');
    expect(search.query()).toBe('error');
    expect(search.go).not.toHaveBeenCalled();
    search.rest();
    search.addressIs({ q: 'error' });
    search.rest();
    expect(search.go.mock.calls).toEqual([[{ q: 'error' }]]);
  });

  it('goes on as it is typed while the address takes what was typed before', () => {
    const search = at();
    search.type('er');
    search.rest();
    search.type('error');
    search.addressIs({ q: 'er' });
    expect(search.query()).toBe('error');
    search.rest();
    expect(search.go).toHaveBeenLastCalledWith({ q: 'error' });
  });

  it('follows an address that somebody else changes, and writes nothing over it', () => {
    const search = at('error');
    search.type('errors');
    search.addressIs({ q: 'warning' });
    expect(search.query()).toBe('warning');
    search.addressIs({});
    expect(search.query()).toBe('');
    search.rest();
    expect(search.go).not.toHaveBeenCalled();
  });

  it('takes a search that was emptied out of the address', () => {
    const search = at('error');
    search.type('');
    search.rest();
    expect(search.go.mock.calls).toEqual([[{ q: undefined }]]);
  });

  it('leaves no timer behind', () => {
    const search = at();
    search.type('error');
    search.leave();
    expect(jest.getTimerCount()).toBe(0);
    expect(search.go).not.toHaveBeenCalled();
  });
});
