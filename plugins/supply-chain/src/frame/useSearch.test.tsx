import { act, renderHook } from '@testing-library/react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { useSearch } from './useSearch';

function at(address: string) {
  return renderHook(
    () => {
      const [search, change] = useSearch();
      const navigate = useNavigate();
      return { search, change, navigate, at: useLocation() };
    },
    {
      wrapper: ({ children }) => (
        <MemoryRouter initialEntries={['/before', address]}>
          {children}
        </MemoryRouter>
      ),
    },
  ).result;
}

const put = (name: string, value: string) => (now: URLSearchParams) => {
  now.set(name, value);
  return now;
};

describe('the search of the address', () => {
  it('keeps what was asked for before the page was drawn again', () => {
    const page = at('/page?tab=logs');
    const { change } = page.current;
    act(() => {
      change(put('how', 'c'), 'replace');
      // A timer that was set before, with what it knew then.
      change(put('q', 'error'), 'replace');
    });
    expect(page.current.search).toBe('?tab=logs&how=c&q=error');
    expect(page.current.at.pathname).toBe('/page');
  });

  it('stands on the address again once somebody else has changed it', () => {
    const page = at('/page?tab=logs');
    act(() => page.current.change(put('q', 'error'), 'push'));
    act(() => page.current.navigate('/page?tab=why'));
    act(() => page.current.change(put('build', '3'), 'replace'));
    expect(page.current.search).toBe('?tab=why&build=3');
  });

  it('is one step back for the same change asked twice', () => {
    const page = at('/page');
    act(() => page.current.change(put('tab', 'why'), 'push'));
    act(() => page.current.change(put('tab', 'why'), 'push'));
    act(() => page.current.navigate(-1));
    expect(page.current.search).toBe('');
    expect(page.current.at.pathname).toBe('/page');
  });

  it('is empty, without a question mark, when nothing is left', () => {
    const page = at('/page?tab=why');
    act(() =>
      page.current.change(now => {
        now.delete('tab');
        return now;
      }, 'push'),
    );
    expect(page.current.search).toBe('');
  });
});
