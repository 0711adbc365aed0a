import { expect, test } from 'vitest';
import { read } from '../test/sources';

test("Paper is light whatever the screen is: the dark colours are the screen's alone", () => {
  const dark = read('ui/tokens.css').match(/@media[^{]*prefers-color-scheme: dark[^{]*/g);
  expect(dark).toEqual([expect.stringContaining('screen and')]);
});
