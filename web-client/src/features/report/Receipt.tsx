import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { ReportReceipt } from '../../api/types';
import { PushSwitch } from '../../domain/PushSwitch';
import { trackingLink, trackingPath } from '../../domain/trackingLink';
import { weekday } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
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
      <p className="small muted">{receipt.routing.reason}</p>
      <PushSwitch code={receipt.trackingCode} secret={receipt.secret} />
      <section className="stack">
        <h2>{t('receipt.secretTitle')}</h2>
        <p>{t('receipt.secretText')}</p>
        <LinkActions link={link} code={receipt.trackingCode} />
      </section>
      <Link href={trackingPath(receipt.trackingCode, receipt.secret)} className="button wide">
        {t('receipt.follow')}
      </Link>
    </div>
  );
}

function LinkActions({ link, code }: { link: string; code: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="row">
      <button
        type="button"
        className="button quiet"
        onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
        <span aria-live="polite">{t(isCopied ? 'receipt.copied' : 'receipt.copy')}</span>
      </button>
      {'share' in navigator && (
        <button
          type="button"
          className="button quiet"
          // dismissing the sheet rejects: nothing to tell
          onClick={() => navigator.share({ title: code, url: link }).catch(() => undefined)}
        >
          <Icon name="share" />
          {t('receipt.share')}
        </button>
      )}
    </div>
  );
}
