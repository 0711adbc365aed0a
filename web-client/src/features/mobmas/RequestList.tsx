import { useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../../api/account';
import type { CarRequestItem } from '../../api/types';
import { CarStatusMark } from '../../domain/rides/CarStatusMark';
import { weekday } from '../../i18n/format';
import { type CarKey, tm } from '../../i18n/tm';
import { Choices } from '../../ui/Choices';
import { Icon } from '../../ui/Icon';
import { Pages } from '../../ui/Pages';
import { hours } from './days';

import { type Group, useCarRequests } from './useCars';

const shown: { value: Group; text: CarKey }[] = [
  { value: 'open', text: 'car.filter.open' },
  { value: 'booked', text: 'car.filter.booked' },
  { value: 'ended', text: 'car.filter.ended' },
];

/** What is asked for in one's area, soonest first. */
export function RequestList() {
  const [group, setGroup] = useState<Group>('open');
  const requests = useCarRequests(group);
  const mayAsk = useMay('handleCars');
  return (
    <div className="stack">
      {mayAsk && (
        <p>
          <Link href="/mobil/minta" className="button quiet compact">
            {tm('car.ask.new')}
          </Link>
        </p>
      )}
      <div className="car-filter">
        <Choices
          id="group"
          legend={tm('car.filter')}
          value={group}
          choices={shown.map((it) => ({ value: it.value, label: tm(it.text) }))}
          onChange={setGroup}
        />
      </div>
      <Pages className="car-list" query={requests} empty={tm('car.inboxEmpty')}>
        {(it) => <Row key={it.id} request={it} />}
      </Pages>
    </div>
  );
}

function Row({ request }: { request: CarRequestItem }) {
  return (
    <li className="card">
      <div className="row">
        <CarStatusMark status={request.status} />
        {request.carLaidUp && (
          <span className="badge err">
            <Icon name="warning" />
            {tm('car.laidUp')}
          </span>
        )}
      </div>
      <h3>
        <Link href={`/mobil/permintaan/${request.id}`}>
          {weekday(request.from)}, {hours(request.from, request.until)}
        </Link>
      </h3>
      <p>
        {tm(`carPurpose.${request.purpose}`)}, {tm('car.persons', { count: request.passengers })}
        {request.pickUp && `: ${request.pickUp} → ${request.destination}`}
      </p>
      <p className="small muted">
        {request.trackingCode} · {request.kelurahan.name}
        {request.car && ` · ${request.car.name}`}
      </p>
    </li>
  );
}
