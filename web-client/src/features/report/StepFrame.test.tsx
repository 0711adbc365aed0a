// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { render } from '../../test/render';
import { StepFrame } from './StepFrame';

function show(isBusy: boolean) {
  render(
    <StepFrame
      step="periksa"
      steps={['masalah', 'tempat', 'foto', 'kontak', 'periksa']}
      errors={[]}
      action="Kirim laporan"
      isBusy={isBusy}
      onSubmit={() => undefined}
    >
      {null}
    </StepFrame>,
  );
}

test('From every later step there is a way back', () => {
  show(false);
  expect(screen.getByRole('link', { name: 'Kembali' }).getAttribute('href')).toBe('/lapor/kontak');
});

test('From a report on its way there is none', () => {
  show(true);
  expect(screen.queryByRole('link', { name: 'Kembali' })).toBeNull();
});
