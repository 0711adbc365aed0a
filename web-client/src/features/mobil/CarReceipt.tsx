import { Link } from 'wouter';
import type { CarRequestReceipt } from '../../api/types';
import { tm } from '../../i18n/tm';
import { Heading } from '../../ui/Heading';
import { LinkActions } from '../../ui/LinkActions';
import { Notice } from '../../ui/Notice';
import { carRequestPath } from './keptCarRequests';

export function CarReceipt({ receipt }: { receipt: CarRequestReceipt }) {
  const path = carRequestPath(receipt.trackingCode, receipt.secret);
  return (
    <div className="stack">
      <Notice tone="ok" role="status">
        <Heading title={tm('car.sentTitle')} />
      </Notice>
      <p className="muted">{tm('car.number')}</p>
      <p className="car-code">{receipt.trackingCode}</p>
      <p>{tm('car.whoDecides', { agency: receipt.agency.name })}</p>
      <section className="stack">
        <h2>{tm('car.keepLink')}</h2>
        <p>{tm('car.keepLinkText')}</p>
        <LinkActions link={`${location.origin}${path}`} title={receipt.trackingCode} />
      </section>
      <Link href={path} className="button wide">
        {tm('car.follow')}
      </Link>
    </div>
  );
}
