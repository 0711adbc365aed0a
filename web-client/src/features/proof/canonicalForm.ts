/** One part of a form: a text (UTF-8), a whole number, bytes, or nothing. */
type Part = string | bigint | Uint8Array | null;

/**
 * SHA-256 of a form (docs/decisions/0011): each part is its length (4 bytes, big-endian; -1 when absent) and its content.
 * Numbers are 8 bytes, big-endian. The first part names kind and version.
 */
export async function hashOfForm(kind: string, ...parts: Part[]): Promise<Uint8Array> {
  return sha256(joined([kind, ...parts].flatMap(framed)));
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

export function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, it) => sum + it.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function framed(part: Part): Uint8Array[] {
  if (part === null) return [int32(-1)];
  const content =
    typeof part === 'string' ? new TextEncoder().encode(part) : typeof part === 'bigint' ? int64(part) : part;
  return [int32(content.length), content];
}

function int32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
}

function int64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, value);
  return bytes;
}

/** The bytes that JSON tells in Base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map((it) => it.toString(16).padStart(2, '0')).join('');
}

/** A UUID as its 16 bytes in written order. */
export function idBytes(id: string): Uint8Array {
  return Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (it) => Number.parseInt(it, 16));
}

/** Microseconds since 1970 in UTC; a JavaScript date would round to milliseconds. */
export function microseconds(iso: string): bigint {
  const [, fraction = ''] = /\.(\d+)/.exec(iso) ?? [];
  const seconds = BigInt(Date.parse(iso.replace(/\.\d+/, ''))) / 1000n;
  return seconds * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}
