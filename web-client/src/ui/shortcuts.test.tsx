// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from '../test/render';
import { type Shortcut, useShortcutSwitch, useShortcuts } from './shortcuts';

const run = vi.fn();
const shortcuts: Shortcut[] = [{ key: 'j', text: 'Berikutnya', run }];

function Page() {
  useShortcuts(shortcuts);
  const [isOn, choose] = useShortcutSwitch();
  return (
    <>
      <input />
      <button type="button" onClick={() => choose(!isOn)}>
        {String(isOn)}
      </button>
    </>
  );
}

beforeEach(() => {
  run.mockClear();
  render(<Page />);
});

test('A key acts, but neither while something is typed nor with a modifier', async () => {
  await userEvent.keyboard('j');
  expect(run).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Control>}j{/Control}');
  await userEvent.click(screen.getByRole('textbox'));
  await userEvent.keyboard('j');
  expect(run).toHaveBeenCalledTimes(1);
});

test('Whoever switches them off is left alone, and may have them back', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'true' }));
  await userEvent.keyboard('j');
  expect(run).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'false' }));
  await userEvent.keyboard('j');
  expect(run).toHaveBeenCalledTimes(1);
});
