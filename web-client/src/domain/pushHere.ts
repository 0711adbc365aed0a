import { ApiProblem } from '../api/ApiProblem';
import { api, unwrap } from '../api/client';
import { forgetTold, isTold, rememberTold, toldReports } from './toldReports';

/** What this browser does about one report. */
export type PushState = 'off' | 'on' | 'blocked' | 'unsupported';

export async function pushState(code: string): Promise<PushState> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' && (await isTold(code)) ? 'on' : 'off';
}

/** Asks the person, then the browser's push service, then our server. Call it upon a tap: browsers ignore it otherwise. */
export async function turnOn(code: string, secret: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState(code);
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const { publicKey } = await unwrap(api.GET('/api/v1/notifications/push-key'));
  const { endpoint = '', keys } = (await subscribe(pushManager, publicKey)).toJSON();
  await unwrap(
    api.POST('/api/v1/tracking/{trackingCode}/push-subscriptions', {
      params: { path: { trackingCode: code } },
      headers: { 'Report-Secret': secret },
      body: { endpoint, keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } },
    }),
  );
  await rememberTold(code, secret);
  return 'on';
}

export async function turnOff(code: string, secret: string): Promise<PushState> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription) {
    await unwrap(
      api.DELETE('/api/v1/tracking/{trackingCode}/push-subscriptions', {
        params: { path: { trackingCode: code }, header: { 'Push-Endpoint': subscription.endpoint } },
        headers: { 'Report-Secret': secret },
      }),
    ).catch(ignoreAbsent);
  }
  await forgetTold(code);
  if ((await toldReports()).length === 0) await subscription?.unsubscribe();
  return 'off';
}

/** One subscription serves every report; one that was made for another key is of no use any more. */
async function subscribe(pushManager: PushManager, applicationServerKey: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey };
  try {
    return await pushManager.subscribe(options);
  } catch (cause) {
    const stale = await pushManager.getSubscription();
    if (!stale) throw cause;
    await stale.unsubscribe();
    return pushManager.subscribe(options);
  }
}

/** A report that is no longer there tells nobody anything. */
function ignoreAbsent(cause: unknown): void {
  if (!(cause instanceof ApiProblem && cause.status === 404)) throw cause;
}
