import { useEffect, useState } from 'react';
import type { MessageKey } from '../i18n/t';
import { t } from '../i18n/t';
import { Icon } from '../ui/Icon';
import { likelyPushState, type PushState, pushState, turnOff, turnOn } from './pushHere';
import type { Told } from './toldReports';
import './pushSwitch.css';

type Shown = PushState | 'asking' | 'failed';

const ownWords: Record<Shown | 'title', MessageKey> = {
  title: 'push.title',
  off: 'push.off',
  asking: 'push.asking',
  on: 'push.on',
  blocked: 'push.blocked',
  unsupported: 'push.unsupported',
  failed: 'push.failed',
};

const followerWords: typeof ownWords = {
  ...ownWords,
  title: 'follow.title',
  off: 'follow.off',
  on: 'follow.on',
  unsupported: 'follow.unsupported',
};

/** "Kabari saya di ponsel ini", or "Ikuti" for anybody's report: whether this browser shows every step of the report. Permission is asked upon the tap. */
export function PushSwitch({ told }: { told: Told }) {
  // at once: what appears a moment later pushes the page away under one's thumb
  const [state, setState] = useState<Shown>(likelyPushState);
  const name = 'code' in told ? told.code : told.reportId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same report may come in another object
  useEffect(() => {
    // storage may be forbidden
    pushState(told).then(setState, () => setState('unsupported'));
  }, [name]);

  const words = 'code' in told ? ownWords : followerWords;
  const isPossible = state !== 'blocked' && state !== 'unsupported';
  const toggle = () => {
    if (state === 'asking') return;
    setState('asking');
    (state === 'on' ? turnOff : turnOn)(told).then(setState, () => setState('failed'));
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
          <strong>{t(words.title)}</strong>
          <span className="push-track" />
        </button>
      ) : (
        <p className="push-switch">
          <Icon name="bell" />
          <strong>{t(words.title)}</strong>
        </p>
      )}
      <p className="small muted" role="status">
        {t(words[state])}
      </p>
    </section>
  );
}
