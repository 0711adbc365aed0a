import { useMemo, useState } from 'react';
import { t } from '../../i18n/t';
import { Dialog } from '../../ui/Dialog';
import { Key } from '../../ui/Key';
import { useShortcutGroups, useShortcutSwitch, useShortcuts } from '../../ui/shortcuts';
import './shortcuts.css';

/** The keys that work here and now, behind "?" and a button. */
export function ShortcutHelp() {
  const [isOpen, setOpen] = useState(false);
  const [isOn, choose] = useShortcutSwitch();
  const groups = useShortcutGroups();
  const own = useMemo(() => [{ key: '?', text: t('keys.help'), run: () => setOpen(true) }], []);
  useShortcuts(own);

  return (
    <>
      <button
        type="button"
        className="key-help"
        aria-keyshortcuts="?"
        aria-label={t('keys.title')}
        onClick={() => setOpen(true)}
      >
        <Key name="?" />
      </button>
      {isOpen && (
        <Dialog title={t('keys.title')} close={t('dialog.close')} onClose={() => setOpen(false)}>
          <label className="key-switch">
            <input type="checkbox" checked={isOn} onChange={(event) => choose(event.currentTarget.checked)} />
            {t('keys.on')}
          </label>
          <dl className="key-list">
            {[
              ...groups.flat(),
              { key: 'Ctrl+Enter', text: t('keys.submit') },
              { key: 'Esc', text: t('keys.escape') },
            ].map((it) => (
              <div key={it.key}>
                <dt>
                  <Key name={it.key} isSpoken />
                </dt>
                <dd>{it.text}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </>
  );
}
