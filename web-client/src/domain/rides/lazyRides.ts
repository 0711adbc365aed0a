import { lazy } from 'react';

// rides come when there is one to show: few reports and hardly any call have one

export const LazyReportRides = lazy(async () => {
  const part = await import('./RideList');
  await part.loadRideMessages();
  return { default: part.ReportRides };
});

export const LazyRideList = lazy(async () => {
  const part = await import('./RideList');
  await part.loadRideMessages();
  return { default: part.RideList };
});
