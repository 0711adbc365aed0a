import { isSession } from './reportKey';

/** The path of a report's page. The secret stands in the fragment, which no browser sends to any server; a session stays in its tab. */
export function trackingPath(code: string, secret: string): string {
  return isSession(secret) ? `/lacak/${code}` : `/lacak/${code}#${secret}`;
}

/** The same as a full address, to be shared and scanned. */
export function trackingLink(code: string, secret: string): string {
  return `${location.origin}${trackingPath(code, secret)}`;
}

/** The path of the page that checks a report's history; the secret stands in the fragment as above. */
export function proofPath(code: string, secret: string): string {
  return isSession(secret) ? `/bukti/${code}` : `/bukti/${code}#${secret}`;
}

/** The path of what everybody may see of a report. */
export function publicPath(id: string): string {
  return `/laporan/${id}`;
}
