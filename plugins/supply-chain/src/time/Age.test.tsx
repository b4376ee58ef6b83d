import { act, render, screen } from '@testing-library/react';
import { Age } from './Age';

describe('Age', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') }),
  );
  afterEach(() => jest.useRealTimers());

  it('counts on by itself and stops its timer when it leaves', () => {
    const { unmount } = render(<Age since="2026-11-22T11:59:20Z" />);
    expect(screen.getByText('40 sec')).toBeInTheDocument();
    act(() => jest.advanceTimersByTime(3_000));
    expect(screen.getByText('43 sec')).toBeInTheDocument();
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([undefined, '', 'yesterday'])('shows nothing for %j', since => {
    const { container } = render(<Age since={since} />);
    expect(container).toBeEmptyDOMElement();
  });
});
