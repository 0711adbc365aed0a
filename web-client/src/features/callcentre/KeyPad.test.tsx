// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { loadCallMessages } from '../../i18n/tc';
import { render } from '../../test/render';
import { KeyPad } from './KeyPad';

const call = { id: '0193c', kind: 'ghost', version: 1 };

beforeEach(loadCallMessages);

/** Shows the keys; the server takes its time with a call until `arrive`, and is asked to correct it by `corrected`. */
function show(corrected: () => Response) {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    sent.push(`${pathname} ${(await request.clone().json()).kind}`);
    if (pathname.endsWith('/correction')) return corrected();
    await arrival;
    return Response.json(call, { status: 201 });
  });
  const [onLogged, onUndone] = [vi.fn(), vi.fn()];
  render(
    <KeyPad
      phone=""
      field={createRef()}
      onPhone={() => {}}
      onLookUp={() => {}}
      onLogged={onLogged}
      onUndone={onUndone}
    />,
  );
  return { sent, arrive, onLogged, onUndone };
}

test('A key undone while it travels is undone as soon as it has arrived', async () => {
  const { sent, arrive, onLogged, onUndone } = show(() => Response.json({ ...call, kind: 'mistake' }));
  await userEvent.keyboard('su');
  arrive();
  await screen.findByText('Dibatalkan; tetap ada dalam riwayat.');
  expect(sent).toEqual(['/api/v1/calls ghost', '/api/v1/calls/0193c/correction mistake']);
  expect(onUndone).toHaveBeenCalledWith(expect.objectContaining({ kind: 'mistake' }));
  expect(onLogged).not.toHaveBeenCalled();
});

test('What can no longer be undone says so', async () => {
  const { arrive } = show(() => Response.json({ code: 'call_has_outcome' }, { status: 422 }));
  arrive();
  await userEvent.keyboard('s');
  await screen.findByText(/^Dicatat: Diam\./);
  await userEvent.keyboard('u');
  await screen.findByText(/^Panggilan ini sudah menjadi laporan atau penanganan darurat/);
});
