// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { render } from '../test/render';
import { SupportButton } from './SupportButton';
import { supporterKey } from './supporterKeys';
import { useSupport } from './useSupport';

function show(id: string, answer: (request: Request) => Promise<Response>) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(request);
    return answer(request);
  });
  function Report() {
    return <SupportButton support={useSupport({ id, supports: 2 })} />;
  }
  render(<Report />);
  return requests;
}

const press = (name: RegExp) => userEvent.click(screen.getByRole('button', { name }));
const keys = (requests: Request[]) => new Set(requests.map((it) => it.headers.get('Supporter-Key')));

test('The key of a support stays on the phone and takes it back', async () => {
  const requests = show('0301', async ({ method }) =>
    Response.json({ reportId: '0301', supports: method === 'POST' ? 3 : 2 }),
  );
  expect(screen.getByText('2 warga mengalami hal yang sama')).toBeDefined();
  await press(/Saya juga/);
  expect(await screen.findByText('Terima kasih. Anda ikut dihitung: 3 warga mengalami ini.')).toBeDefined();
  expect(supporterKey('0301')).toBe(requests[0]?.headers.get('Supporter-Key'));
  await press(/Batalkan/);
  expect(await screen.findByText('2 warga mengalami hal yang sama')).toBeDefined();
  expect(requests.map((it) => it.method)).toEqual(['POST', 'DELETE']);
  expect(keys(requests).size).toBe(1);
  expect(supporterKey('0301')).toBeUndefined();
});

test('Without a network nothing is claimed, and the next try uses the same key', async () => {
  const requests = show('0302', () => Promise.reject(new TypeError('network')));
  await press(/Saya juga/);
  expect(await screen.findByText('Tidak tersambung ke server. Periksa jaringan Anda.')).toBeDefined();
  await press(/Saya juga/);
  expect(requests).toHaveLength(2);
  expect(keys(requests).size).toBe(1);
  expect(supporterKey('0302')).toBeUndefined();
});
