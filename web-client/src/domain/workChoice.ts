import type { WorkStage } from '../api/types';
import { workStages } from './workStage';

export interface WorkChoice {
  kelurahan?: string | undefined;
  year?: number | undefined;
  stage?: WorkStage | undefined;
}

/** What the address says of it; what it cannot mean is left out. */
export function readWorkChoice(params: URLSearchParams): WorkChoice {
  const year = Number(params.get('tahun'));
  const kelurahan = params.get('kelurahan') ?? '';
  return {
    kelurahan: /^\d\d\.\d\d\.\d\d\.\d{4}$/.test(kelurahan) ? kelurahan : undefined,
    year: Number.isInteger(year) && year >= 2025 && year <= 2045 ? year : undefined,
    stage: ([...workStages, 'cancelled'] as const).find((it) => it === params.get('tahap')),
  };
}

export function writeWorkChoice({ kelurahan, year, stage }: WorkChoice): Record<string, string> {
  return {
    ...(kelurahan && { kelurahan }),
    ...(year && { tahun: String(year) }),
    ...(stage && { tahap: stage }),
  };
}

/** As the API takes it. */
export function workQuery({ kelurahan, year, stage }: WorkChoice) {
  return { kelurahan, year, stage: stage && [stage] };
}
