import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { read } from '../test/sources';

const css = read('ui/tokens.css');
const tokens = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));

const [lightCss = '', darkCss = ''] = css.split('@media');
const light = tokens(lightCss);
const dark = { ...light, ...tokens(darkCss) };

/** WCAG 2 relative luminance of an #rrggbb colour. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const textPairs = [
  ...['paper', 'surface', 'sunken'].flatMap((ground) => [
    ['ink', ground],
    ['ink-2', ground],
    ['accent', ground],
    ['err', ground],
  ]),
  ...['ok', 'warn', 'err', 'info', 'accent'].map((tone) => [tone, `${tone}-soft`]),
  ['ink', 'accent-soft'],
  ['ink-2', 'accent-soft'],
  ['on-brick', 'brick'],
  ['on-brick', 'action'],
  ['on-brick', 'action-hover'],
  ['on-brick-2', 'brick'],
  ['gold', 'brick'],
  ['gold', 'brick-deep'],
  ['on-gold', 'gold'],
] as [string, string][];

const shapePairs = [
  ['line', 'paper'],
  ['line', 'surface'],
  ['river', 'paper'],
  ['focus', 'paper'],
  ['focus', 'surface'],
] as [string, string][];

for (const [theme, colours] of Object.entries({ light, dark })) {
  test.each(textPairs)(`In the ${theme} theme %s can be read on %s`, (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapePairs)(`In the ${theme} theme %s can be told from %s`, (shape, ground) => {
    expect(contrast(colours[shape] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
}

const design = readFileSync(resolve(import.meta.dirname, '../../../docs/design.md'), 'utf8');
const told = [...design.matchAll(/^\| `([\w-]+)` on `([\w-]+)` .* ([\d.]+) \/ ([\d.]+) \|$/gm)];

test('The design page tells of some contrasts', () => {
  expect(told.length).toBeGreaterThan(5);
});

test.each(told.map(([, text = '', ground = '', ...ratios]) => ({ text, ground, ratios })))(
  'The design page tells the contrast of $text on $ground as it is',
  ({ text, ground, ratios }) => {
    const measured = [light, dark].map((it) => contrast(it[text] ?? '', it[ground] ?? '').toFixed(1));
    expect(ratios).toEqual(measured);
  },
);
