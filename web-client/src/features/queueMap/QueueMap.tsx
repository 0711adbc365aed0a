import { lazy, Suspense, useState } from 'react';
import type { QueueItem } from '../../api/types';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import './queueMap.css';

const QueueDrawing = lazy(() => import('./QueueDrawing').then((it) => ({ default: it.QueueDrawing })));

const storageKey = 'peta-antrean';

interface QueueMapProps {
  items: QueueItem[];
  /** The id of the report that lies open. */
  selected: string | undefined;
}

/** Where the reports of the list are, for those who want to see it: nothing is loaded before, and the choice is kept on the device. */
export function QueueMap({ items, selected }: QueueMapProps) {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(storageKey) === 'buka');
  const toggle = () => {
    localStorage.setItem(storageKey, isOpen ? 'tutup' : 'buka');
    setOpen(!isOpen);
  };
  return (
    <section className="queue-map" aria-label={t('queueMap.title')}>
      <button type="button" className="text-button" aria-expanded={isOpen} onClick={toggle}>
        <Icon name="pin" />
        {t('queueMap.title')}
      </button>
      {isOpen && (
        <Suspense fallback={<Skeleton shape="card" />}>
          <QueueDrawing items={items} selected={selected} />
        </Suspense>
      )}
    </section>
  );
}
