const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const type = 'kedirilapor-hand-over+jws';

/** A key as the city publishes it. */
export interface PublishedKey {
  id: string;
  pem: string;
}

/**
 * Whether a compact JWS (RFC 7515, ES256) was signed, for this purpose, by one of these keys. Judged here and not by the server that
 * tells it; anything that cannot be read is not genuine.
 */
export async function isGenuine(jws: string, keys: PublishedKey[]): Promise<boolean> {
  try {
    const [header = '', payload = '', signature = '', ...more] = jws.split('.');
    const head = JSON.parse(new TextDecoder().decode(bytesOf(header)));
    const key = keys.find((it) => it.id === head.kid);
    if (more.length > 0 || head.alg !== 'ES256' || head.typ !== type || !key) return false;
    const spki = bytesOf(key.pem.replace(/-----[^-]+-----|\s/g, ''));
    const published = await crypto.subtle.importKey('spki', spki, ecdsa, false, ['verify']);
    return await crypto.subtle.verify(
      ecdsa,
      published,
      bytesOf(signature),
      new TextEncoder().encode(`${header}.${payload}`),
    );
  } catch {
    return false;
  }
}

/** Of Base64, in either alphabet. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0));
}
