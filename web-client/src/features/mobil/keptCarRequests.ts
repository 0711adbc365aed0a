interface KeptCarRequest {
  code: string;
  secret: string;
  from: string;
}

const storageKey = 'mobil-saya';

/** The requests that this phone knows, newest first; none where storage is forbidden. */
export function keptCarRequests(): KeptCarRequest[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]');
  } catch {
    return [];
  }
}

export function keepCarRequest(request: KeptCarRequest): void {
  store([request, ...keptCarRequests().filter((it) => it.code !== request.code)]);
}

export function forgetCarRequest(code: string): void {
  store(keptCarRequests().filter((it) => it.code !== code));
}

/** The secret stands in the fragment, which no browser sends to any server. */
export function carRequestPath(code: string, secret: string): string {
  return `/mobil/permintaan/${code}#${secret}`;
}

function store(requests: KeptCarRequest[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(requests));
  } catch {
    // the link of the receipt still opens it
  }
}
