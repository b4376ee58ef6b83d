import { render, screen } from '@testing-library/react';
import { PhaseMark } from './PhaseMark';
import { PHASE_TONES, phaseKind, type PhaseKind } from './PhaseTone';
import { withTestApis } from '../testing/withTestApis';

const kinds = Object.keys(PHASE_TONES) as PhaseKind[];

describe('PhaseMark', () => {
  it.each(kinds)('has a shape and a word of its own for %s', kind => {
    const { container } = render(withTestApis(<PhaseMark phase={kind} />));
    expect(container.textContent).not.toBe('');
    expect(container.querySelector('svg')).toHaveAttribute(
      'data-tone',
      PHASE_TONES[kind],
    );
  });

  it('uses no word twice', () => {
    render(
      withTestApis(
        <ul>
          {kinds.map(kind => (
            <li key={kind}>
              <PhaseMark phase={kind} />
            </li>
          ))}
        </ul>,
      ),
    );
    const words = screen.getAllByRole('listitem').map(li => li.textContent);
    expect(new Set(words).size).toBe(kinds.length);
  });

  it('says the phase in words when it is only a dot, on hover too', () => {
    render(
      withTestApis(
        <PhaseMark phase="waiting" size="dot" of="Image Provider" />,
      ),
    );
    expect(screen.getByText('Image Provider: Waiting')).toBeInTheDocument();
    expect(screen.getByTitle('Image Provider: Waiting')).toBeInTheDocument();
  });
});

describe('phaseKind', () => {
  it.each([
    ['ready', 'ready'],
    ['paused', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
  ])('%j is %j', (name, kind) => expect(phaseKind(name)).toBe(kind));
});
