import { copyText } from './copyText';

describe('copyText', () => {
  const clipboard = (writeText: () => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText },
    });
  const execCommand = (result: () => boolean) =>
    Object.defineProperty(document, 'execCommand', {
      configurable: true,
      value: result,
    });

  it('uses the clipboard where it may', async () => {
    const writeText = jest.fn(async () => {});
    clipboard(writeText);
    await expect(copyText('b6')).resolves.toBe(true);
    expect(writeText).toHaveBeenCalledWith('b6');
  });

  it('copies a selection where the clipboard is refused, and leaves nothing behind', async () => {
    clipboard(async () => {
      throw new DOMException('no', 'NotAllowedError');
    });
    let selected: string | undefined;
    execCommand(() => {
      selected = document.querySelector('textarea')?.value;
      return true;
    });
    await expect(copyText('b6')).resolves.toBe(true);
    expect(selected).toBe('b6');
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('says so when nothing works', async () => {
    clipboard(async () => {
      throw new Error('no');
    });
    execCommand(() => {
      throw new Error('no');
    });
    await expect(copyText('b6')).resolves.toBe(false);
  });
});
