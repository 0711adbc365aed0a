/** Where a car is asked for on a caller's behalf: what the call and its report tell stands there already. */
export function rideHref(callId: string, reportId: string | null): string {
  return `/mobil/minta?panggilan=${callId}${reportId ? `&laporan=${reportId}` : ''}`;
}
