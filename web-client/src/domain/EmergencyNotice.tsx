import type { ReactNode } from 'react';
import { t } from '../i18n/t';
import { Notice } from '../ui/Notice';
import { brand } from './brand';

interface EmergencyNoticeProps {
  /** Why the number stands here. */
  lead?: string;
  /** What may be done besides. */
  children?: ReactNode;
}

/** Whom to call, where something sounds like danger. Advice, never a wall. */
export function EmergencyNotice({ lead = t('emergency.soundsLike'), children }: EmergencyNoticeProps) {
  return (
    <Notice tone="err" icon="phone" role="alert">
      <p>
        {lead} <a href={`tel:${brand.emergencyNumber}`}>{t('emergency.callNow', { number: brand.emergencyNumber })}</a>
      </p>
      {children}
    </Notice>
  );
}
