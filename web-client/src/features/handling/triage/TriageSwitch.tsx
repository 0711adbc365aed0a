import { useMemo } from 'react';
import { t } from '../../../i18n/t';
import { useShortcuts } from '../../../ui/shortcuts';
import { useTriageMode } from './triageMode';

export function TriageSwitch() {
  const [isOn, choose] = useTriageMode();
  const shortcuts = useMemo(() => [{ key: 'g', text: t('triage.mode'), run: () => choose(!isOn) }], [isOn, choose]);
  useShortcuts(shortcuts);
  return (
    <label className="triage-switch small" title={t('triage.hint')}>
      <input type="checkbox" checked={isOn} onChange={(event) => choose(event.currentTarget.checked)} />
      {t('triage.mode')}
    </label>
  );
}
