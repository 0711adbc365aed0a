import type { CarTrip } from '../../api/types';
import { dateTime, number } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { type Column, DataTable } from '../../ui/DataTable';
import { Failure } from '../../ui/Failure';
import { MoreButton } from '../../ui/MoreButton';
import { Skeleton } from '../../ui/Skeleton';
import { useCarTrips } from './useCars';

// asked when shown: the words come after this file
const columns = (): Column<CarTrip>[] => [
  { key: 'when', title: tm('car.col.when'), cell: (it) => dateTime(it.outAt) },
  { key: 'car', title: tm('car.col.car'), cell: (it) => it.car.name },
  {
    key: 'purpose',
    title: tm('car.col.purpose'),
    cell: (it) => `${tm(`carPurpose.${it.purpose}`)}, ${it.kelurahan.name}`,
    isExtra: true,
  },
  { key: 'driver', title: tm('car.col.driver'), cell: (it) => it.driver, isExtra: true },
  {
    key: 'km',
    title: tm('car.col.km'),
    cell: (it) =>
      typeof it.kilometres === 'number' ? tm('car.km', { count: number(it.kilometres) }) : tm('car.onRoad'),
  },
  {
    key: 'fuel',
    title: tm('car.col.fuel'),
    cell: (it) =>
      [
        typeof it.fuelLitres === 'number' && tm('car.litres', { count: number(it.fuelLitres) }),
        typeof it.fuelCost === 'number' && tm('car.rupiah', { count: number(it.fuelCost) }),
      ]
        .filter(Boolean)
        .join(', ') || '–',
  },
];

/** Every trip of the cars in one's area, newest first. */
export function LogBook() {
  const trips = useCarTrips();
  const rows = trips.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      {trips.isPending && <Skeleton shape="card" count={3} />}
      {trips.isError && <Failure problem={trips.error} onRetry={() => void trips.refetch()} />}
      {trips.data && (
        <DataTable
          caption={tm('car.logCaption')}
          columns={columns()}
          rows={rows}
          rowKey={(it) => it.requestId}
          href={(it) => `/mobil/permintaan/${it.requestId}`}
          empty={tm('car.logEmpty')}
        />
      )}
      {trips.hasNextPage && (
        <MoreButton isLoading={trips.isFetchingNextPage} onClick={() => void trips.fetchNextPage()} />
      )}
    </div>
  );
}
