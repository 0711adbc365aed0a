import { ApiProblem } from '../api/ApiProblem';
import { api, unwrap } from '../api/client';
import { forgetTold, isTold, rememberTold, type Told, toldReports } from './toldReports';

/** What this browser does about one report. */
export type PushState = 'off' | 'on' | 'blocked' | 'unsupported';

/** What can be said without waiting; that it is on has to be looked up. */
export function likelyPushState(): PushState {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'unsupported';
  return Notification.permission === 'denied' ? 'blocked' : 'off';
}

export async function pushState(told: Told): Promise<PushState> {
  const likely = likelyPushState();
  return likely === 'off' && Notification.permission === 'granted' && (await isTold(told)) ? 'on' : likely;
}

/** Asks the person, then the browser's push service, then our server. Call it upon a tap: browsers ignore it otherwise. */
export async function turnOn(told: Told): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState(told);
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const { publicKey } = await unwrap(api.GET('/api/v1/notifications/push-key'));
  const { endpoint = '', keys } = (await subscribe(pushManager, publicKey)).toJSON();
  await unwrap(subscribeAt(told, { endpoint, keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } }));
  await rememberTold(told);
  return 'on';
}

export async function turnOff(told: Told): Promise<PushState> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription) {
    await unwrap(unsubscribeAt(told, subscription.endpoint)).catch(ignoreAbsent);
  }
  await forgetTold(told);
  if ((await toldReports()).length === 0) await subscription?.unsubscribe();
  return 'off';
}

type Subscription = { endpoint: string; keys: { p256dh: string; auth: string } };

function subscribeAt(told: Told, body: Subscription) {
  return 'code' in told
    ? api.POST('/api/v1/tracking/{trackingCode}/push-subscriptions', {
        params: { path: { trackingCode: told.code } },
        headers: { 'Report-Secret': told.secret },
        body,
      })
    : api.POST('/api/v1/public/reports/{id}/follow', { params: { path: { id: told.reportId } }, body });
}

function unsubscribeAt(told: Told, endpoint: string) {
  const header = { 'Push-Endpoint': endpoint };
  return 'code' in told
    ? api.DELETE('/api/v1/tracking/{trackingCode}/push-subscriptions', {
        params: { path: { trackingCode: told.code }, header },
        headers: { 'Report-Secret': told.secret },
      })
    : api.DELETE('/api/v1/public/reports/{id}/follow', { params: { path: { id: told.reportId }, header } });
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
