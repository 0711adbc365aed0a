// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { render } from '../../test/render';
import { ReplyPicker } from './ReplyPicker';

const replies = [
  { id: '1', title: 'Sudah ditambal', text: 'Jalan rusak di Kelurahan Bandar Lor sudah kami tambal.' },
  { id: '2', title: 'Sudah dibersihkan', text: 'Lokasinya sudah kami bersihkan.' },
];

/** Shows the picker beside its field, which holds `typed`. */
function show(answer: () => Response, typed = '') {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    return answer();
  });
  function Form() {
    const [text, setText] = useState(typed);
    return (
      <>
        <ReplyPicker reportId="0199" to="resolved" text={text} onPick={setText} />
        <textarea aria-label="tanggapan" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </>
    );
  }
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Form />
    </QueryClientProvider>,
  );
  return requests;
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>('tanggapan');
const open = async () => userEvent.click(await screen.findByText('Pakai templat jawaban (2)'));
const take = (title: string) => userEvent.click(screen.getByRole('button', { name: new RegExp(title) }));

test('A picked reply fills the empty field, and another takes its place', async () => {
  const requests = show(() => Response.json({ items: replies }));
  await open();
  await take('Sudah ditambal');
  expect(field().value).toBe(replies[0]?.text);
  await take('Sudah dibersihkan');
  expect(field().value).toBe(replies[1]?.text);
  expect(requests[0]?.url).toContain('/reports/0199/replies?to=resolved');
});

test('Typed words stay until the officer decides', async () => {
  show(() => Response.json({ items: replies }), 'Terima kasih, Bu.');
  await open();
  await take('Sudah ditambal');
  expect(field().value).toBe('Terima kasih, Bu.');
  await userEvent.click(screen.getByRole('button', { name: 'Tambahkan di bawahnya' }));
  expect(field().value).toBe(`Terima kasih, Bu.\n\n${replies[0]?.text}`);
  await take('Sudah dibersihkan');
  await userEvent.click(screen.getByRole('button', { name: 'Ganti tulisan saya' }));
  expect(field().value).toBe(replies[1]?.text);
});

test.each([
  ['no template suits', () => Response.json({ items: [] })],
  ['the server does not answer', () => new Response('{"code":"unavailable"}', { status: 503 })],
])('There is nothing to pick from when %s', async (_, answer) => {
  const requests = show(answer);
  await waitFor(() => expect(requests).toHaveLength(1));
  expect(screen.queryByText(/Pakai templat/)).toBeNull();
});
