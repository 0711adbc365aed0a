// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from '../test/render';
import { ErrorSummary } from './ErrorSummary';

/** A form whose errors follow what is typed, as those of the report do. */
function Form() {
  const [word, setWord] = useState('');
  const [isTried, setTried] = useState(false);
  const errors = isTried && word.length < 5 ? [{ field: 'word', text: 'Terlalu pendek.' }] : [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
      }}
    >
      <ErrorSummary title="Ada yang perlu diperbaiki" errors={errors} />
      <input id="word" value={word} onChange={(event) => setWord(event.currentTarget.value)} />
      <button type="submit">Kirim</button>
    </form>
  );
}

test('Every try that leaves an error moves the focus to the summary', async () => {
  render(<Form />);
  const send = screen.getByRole('button', { name: 'Kirim' });
  await userEvent.click(send);
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  await userEvent.click(send);
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

test('Whoever repairs an error keeps the focus in the field', async () => {
  render(<Form />);
  await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
  await userEvent.type(screen.getByRole('textbox'), 'lampu');
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('lampu');
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});
