// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { startServiceWorker } from '../../domain/pwa';
import { render } from '../../test/render';
import { NetworkState } from './NetworkState';

test('A new version waits for a tap, and nothing is loaded anew before it has taken over', async () => {
  const told = vi.fn();
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  const registration = Object.assign(new EventTarget(), {
    waiting: undefined as unknown,
    installing: new EventTarget(),
  });
  const serviceWorker = Object.assign(new EventTarget(), { register: async () => registration, controller: {} });
  Object.defineProperty(navigator, 'serviceWorker', { value: serviceWorker, configurable: true });
  render(<NetworkState />);
  startServiceWorker();
  await act(() => new Promise((later) => setTimeout(later)));
  expect(screen.queryByRole('button')).toBeNull();

  registration.dispatchEvent(new Event('updatefound'));
  registration.waiting = { postMessage: told };
  act(() => {
    registration.installing.dispatchEvent(new Event('statechange'));
  });
  expect(told).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: /Ada versi baru/ }));
  expect(told).toHaveBeenCalledWith('start');
  expect(reload).not.toHaveBeenCalled();
  serviceWorker.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledOnce();
});

test('Without a network the page says so, and stops when it is back', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  render(<NetworkState />);
  expect(screen.getByText('Tanpa jaringan. Laporan tetap bisa ditulis.')).toBeDefined();
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  act(() => {
    dispatchEvent(new Event('online'));
  });
  expect(screen.queryByText('Tanpa jaringan. Laporan tetap bisa ditulis.')).toBeNull();
});
