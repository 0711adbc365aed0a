import { useEffect, useState } from 'react';
import type { MessageKey } from '../i18n/t';
import { t } from '../i18n/t';
import { Icon } from '../ui/Icon';
import { type PushState, pushState, turnOff, turnOn } from './pushHere';
import './pushSwitch.css';

type Shown = PushState | 'asking' | 'failed';

const words: Record<Shown, MessageKey> = {
  off: 'push.off',
  asking: 'push.asking',
  on: 'push.on',
  blocked: 'push.blocked',
  unsupported: 'push.unsupported',
  failed: 'push.failed',
};

/** "Kabari saya di ponsel ini": whether this browser shows every step of the report. Permission is asked upon the tap. */
export function PushSwitch({ code, secret }: { code: string; secret: string }) {
  const [state, setState] = useState<Shown>();
  useEffect(() => {
    // storage may be forbidden
    pushState(code).then(setState, () => setState('unsupported'));
  }, [code]);

  if (!state) return null;
  const isPossible = state !== 'blocked' && state !== 'unsupported';
  const toggle = () => {
    if (state === 'asking') return;
    setState('asking');
    (state === 'on' ? turnOff : turnOn)(code, secret).then(setState, () => setState('failed'));
  };
  return (
    <section className="card push">
      {isPossible ? (
        <button
          type="button"
          role="switch"
          className="push-switch"
          aria-checked={state === 'on'}
          aria-disabled={state === 'asking'}
          onClick={toggle}
        >
          <Icon name="bell" />
          <strong>{t('push.title')}</strong>
          <span className="push-track" />
        </button>
      ) : (
        <p className="push-switch">
          <Icon name="bell" />
          <strong>{t('push.title')}</strong>
        </p>
      )}
      <p className="small muted" role="status">
        {t(words[state])}
      </p>
    </section>
  );
}
