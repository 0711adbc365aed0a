import { useQuery } from '@tanstack/react-query';
import { reportQuery } from '../../api/report';

export function useReport(id: string) {
  return useQuery(reportQuery(id));
}
