/** In days. */
export const periods = [30, 90, 365] as const;

type Period = (typeof periods)[number];

const usual: Period = 90;

/** The period in the address, or the usual one. */
export function readPeriod(params: URLSearchParams): Period {
  return periods.find((it) => String(it) === params.get('hari')) ?? usual;
}
