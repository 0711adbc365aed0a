/** In days; the first is what one sees without asking. */
export const periods = [90, 30, 365] as const;

export type Period = (typeof periods)[number];

/** The period in the address, or the usual one. */
export function readPeriod(params: URLSearchParams): Period {
  return periods.find((it) => String(it) === params.get('hari')) ?? periods[0];
}
