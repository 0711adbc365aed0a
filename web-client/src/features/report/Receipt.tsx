import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { ReportReceipt } from '../../api/types';
import { PushSwitch } from '../../domain/PushSwitch';
import { trackingLink, trackingPath } from '../../domain/trackingLink';
import { weekday } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { LinkActions } from '../../ui/LinkActions';
import { Notice } from '../../ui/Notice';

const QrCode = lazy(() => import('./QrCode').then((it) => ({ default: it.QrCode })));

export function Receipt({ receipt }: { receipt: ReportReceipt }) {
  const link = trackingLink(receipt.trackingCode, receipt.secret);
  return (
    <div className="receipt stack">
      <Notice tone="ok" role="status">
        <Heading title={t('receipt.title')} />
      </Notice>
      <div className="receipt-slip">
        <p className="muted">{t('receipt.number')}</p>
        <p className="receipt-code">
          {receipt.trackingCode.split('-').map((group) => (
            <span key={group}>{group}</span>
          ))}
        </p>
        <Suspense fallback={<div className="qr" />}>
          <QrCode text={link} label={t('receipt.qr')} />
        </Suspense>
      </div>
      <p className="receipt-next">
        {receipt.agency && receipt.dueAt
          ? t('receipt.actsBy', { agency: receipt.agency.name, day: weekday(receipt.dueAt) })
          : t('receipt.verifies')}
      </p>
      <p className="small muted" lang={receipt.routing.reasonEn ? undefined : 'id'}>
        {receipt.routing.reason}
      </p>
      <PushSwitch told={{ code: receipt.trackingCode, secret: receipt.secret }} />
      <section className="stack">
        <h2>{t('receipt.secretTitle')}</h2>
        <p>{t('receipt.secretText')}</p>
        <LinkActions link={link} title={receipt.trackingCode} />
      </section>
      <Link href={trackingPath(receipt.trackingCode, receipt.secret)} className="button wide">
        {t('receipt.follow')}
      </Link>
    </div>
  );
}
