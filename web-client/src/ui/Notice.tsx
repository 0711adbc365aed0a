import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

type Tone = 'info' | 'ok' | 'warn' | 'err';
const icons: Record<Tone, IconName> = { info: 'info', ok: 'check', warn: 'warning', err: 'warning' };

export interface NoticeProps {
  tone: Tone;
  icon?: IconName;
  /** Announce it when it appears: politely (`status`) or at once (`alert`). */
  role?: 'status' | 'alert';
  children: ReactNode;
}

export function Notice({ tone, icon = icons[tone], role, children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={role}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
