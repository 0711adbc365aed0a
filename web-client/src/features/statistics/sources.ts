import { api } from '../../api/client';
import type { Statistics } from '../../api/types';

type By = Statistics['by'];

export interface FigureSource {
  /** By what its reports can be told apart, the usual one first. */
  parts: readonly By[];
  read: (query: { by: By; from: string }, signal: AbortSignal) => ReturnType<typeof everybody>;
}

const everybody = (query: { by: By; from: string }, signal: AbortSignal) =>
  api.GET('/api/v1/statistics/reports', { params: { query }, signal });

/** What everybody may know. */
export const publicFigures: FigureSource = {
  parts: ['kelurahan', 'kecamatan', 'group', 'service', 'agency', 'channel'],
  read: everybody,
};

/** What a member of staff works with. */
export const ownFigures: FigureSource = {
  parts: ['agency', 'group', 'service'],
  read: (query, signal) => api.GET('/api/v1/statistics/own', { params: { query }, signal }),
};
