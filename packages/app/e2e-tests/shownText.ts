import type { Page } from '@playwright/test';

/** All of a log as a reader has it: selected and copied, rows that are not drawn included. */
export async function copiedLog(page: Page): Promise<string> {
  await page.getByRole('log').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What a container has written, as a terminal would show it: no colours, and of progress what came last. */
export function asShown(text: string): string {
  return (
    text
      // Colours begin with a control character.
      // eslint-disable-next-line no-control-regex
      .replace(/\u001b\[[0-9;]*m/g, '')
      .replace(/\n$/, '')
      .split('\n')
      .map(line =>
        line
          .split('\r')
          .reduce((before, after) => after + before.slice(after.length), ''),
      )
      .join('\n')
  );
}
