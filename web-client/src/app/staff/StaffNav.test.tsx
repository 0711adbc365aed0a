// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { signIn } from '../../api/account';
import type { Permission } from '../../api/types';
import { render } from '../../test/render';
import { StaffNav } from './StaffNav';

test.each<[Permission, number]>([
  ['manageReferenceData', 1],
  ['handleReports', 0],
])('Whoever may %s sees %i links to the outbox', async (permission, links) => {
  vi.stubGlobal('fetch', async () => Response.json({ permissions: [permission] }));
  await act(() => signIn('seseorang', 'rahasia'));
  render(<StaffNav />);
  expect(screen.queryAllByRole('link', { name: 'Kotak keluar' })).toHaveLength(links);
});
