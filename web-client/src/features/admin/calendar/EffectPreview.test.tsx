// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { render } from '../../../test/render';
import { EffectPreview } from './EffectPreview';

test('A form that is still empty shows, and offers nothing to put in force', () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <EffectPreview edit={undefined} version={1} action="Terapkan" onDone={() => undefined} />
    </QueryClientProvider>,
  );
  expect(screen.getByRole('button', { name: 'Lihat akibatnya' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Terapkan' })).toBeNull();
});
