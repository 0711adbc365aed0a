/** The path of a report's page. The secret stands in the fragment, which no browser sends to any server. */
export function trackingPath(code: string, secret: string): string {
  return `/lacak/${code}#${secret}`;
}

/** The same as a full address, to be shared and scanned. */
export function trackingLink(code: string, secret: string): string {
  return `${location.origin}${trackingPath(code, secret)}`;
}

/** The path of the page that checks a report's history; the secret stands in the fragment as above. */
export function proofPath(code: string, secret: string): string {
  return `/bukti/${code}#${secret}`;
}

/** The path of what everybody may see of a report. */
export function publicPath(id: string): string {
  return `/laporan/${id}`;
}
