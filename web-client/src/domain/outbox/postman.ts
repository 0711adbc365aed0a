import { noteReach } from '../../api/reach';
import { keepReport, keptReports } from '../keptReports';
import { deliverAll, outboxName } from './deliver';
import { onOutboxChange, queuedReports } from './outboxStore';

const pause = 30_000; // ms between two tries while the page is open and something waits

/** A registration with the Background Sync API, which TypeScript's library does not know: no standard, and Chromium only. */
interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register: (tag: string) => Promise<void> };
}

/**
 * Tries whenever there is a reason to hope: the page opens or is looked at again, the network is back, or a while has passed.
 * The service worker does the same for a page that was closed.
 */
export function startPostman(): void {
  const round = () => void deliverAll().catch(() => undefined);
  addEventListener('online', () => {
    noteReach(true); // until the next request says otherwise
    round();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && round());
  setInterval(() => navigator.onLine && document.visibilityState === 'visible' && round(), pause);
  onOutboxChange(() => void rememberSent());
  void rememberSent();
  round();
}

/** Asks the browser to wake the service worker when there is a network, even if the page is closed by then. Never awaited. */
export function askForSync(): void {
  navigator.serviceWorker
    ?.getRegistration()
    .then((it) => (it as SyncRegistration | undefined)?.sync?.register(outboxName))
    .catch(() => undefined);
}

/** What the service worker has sent belongs to "laporan saya" too: it cannot write there itself. */
async function rememberSent(): Promise<void> {
  const known = new Set(keptReports().map((it) => it.code));
  for (const { receipt } of await queuedReports())
    if (receipt && !known.has(receipt.trackingCode))
      keepReport({ code: receipt.trackingCode, secret: receipt.secret, service: receipt.service.name });
}
