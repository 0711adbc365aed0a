import { Link } from 'wouter';
import { useMay } from '../../api/account';
import { AskPage } from '../../features/mobmas/AskPage';
import { CarDetail } from '../../features/mobmas/CarDetail';
import { CarForm } from '../../features/mobmas/CarForm';
import { CarList } from '../../features/mobmas/CarList';
import { LogBook } from '../../features/mobmas/LogBook';
import { RequestDetail } from '../../features/mobmas/RequestDetail';
import { RequestList } from '../../features/mobmas/RequestList';
import { UseFigures } from '../../features/mobmas/UseFigures';
import { WeekCalendar } from '../../features/mobmas/WeekCalendar';
import { t } from '../../i18n/t';
import { type CarKey, tm } from '../../i18n/tm';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import '../../features/mobmas/mobmas.css';
import '../../ui/pageTabs.css';

// biome-ignore lint/performance/noBarrelFile: the words come with the page that needs them
export { loadCarMessages } from '../../i18n/tm';

const parts: { path: string; title: CarKey }[] = [
  { path: '', title: 'car.inbox' },
  { path: 'kalender', title: 'car.calendar' },
  { path: 'mobil', title: 'car.cars' },
  { path: 'buku-jalan', title: 'car.log' },
  { path: 'pemakaian', title: 'car.use' },
];

/** The cars of one's area: what is asked for, when they are taken, what they are, where they went, how they are used. */
export function CarsPage({ part = '', id }: { part?: string | undefined; id?: string | undefined }) {
  const [reads, takesCalls, triages, keeps] = [
    useMay('readCars'),
    useMay('takeCalls'),
    useMay('triageReports'),
    useMay('handleCars'),
  ];
  const isAsking = part === 'minta';
  const may = isAsking ? takesCalls || triages || keeps : reads;
  const current = part === 'permintaan' ? '' : part;
  return (
    <div className="cars-page stack-large">
      <header className="stack">
        <Heading title={tm(isAsking ? 'car.ask.title' : 'car.staffTitle')} />
        {isAsking && may && <p className="muted">{tm('car.ask.lead')}</p>}
        {!may && (
          <Notice tone="err">
            <p>{isAsking ? tm('car.ask.notYours') : t('problem.permission_required')}</p>
          </Notice>
        )}
        {reads && (
          <nav className="page-tabs" aria-label={tm('car.pages')}>
            {parts.map((it) => (
              <Link
                key={it.path}
                href={it.path ? `/mobil/${it.path}` : '/mobil'}
                aria-current={it.path === current ? 'page' : undefined}
              >
                {tm(it.title)}
              </Link>
            ))}
          </nav>
        )}
      </header>
      {may && <Part part={part} id={id} />}
    </div>
  );
}

function Part({ part, id }: { part: string; id: string | undefined }) {
  switch (part) {
    case 'permintaan':
      return id ? <RequestDetail id={id} /> : <RequestList />;
    case 'minta':
      return <AskPage />;
    case 'kalender':
      return <WeekCalendar />;
    case 'mobil':
      return id === undefined ? <CarList /> : id === 'baru' ? <CarForm car={undefined} /> : <CarDetail id={id} />;
    case 'buku-jalan':
      return <LogBook />;
    case 'pemakaian':
      return <UseFigures />;
    default:
      return <RequestList />;
  }
}
