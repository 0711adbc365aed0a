import { useQuery, useQueryClient } from '@tanstack/react-query';
import { antiforgeryHeaders } from '../../../api/account';
import { api, etag, unwrap } from '../../../api/client';
import type { CalendarEffect, NewHoliday, NewOfficeHours } from '../../../api/types';

/** One edit of the calendar, which the server first tries out on the open reports. */
export type CalendarEdit =
  | { kind: 'day'; date: string; day: NewHoliday }
  | { kind: 'removeDay'; date: string }
  | { kind: 'hours'; validFrom: string; hours: NewOfficeHours }
  | { kind: 'removeHours'; validFrom: string }
  | { kind: 'import'; file: File };

export function useCalendar(year: number) {
  return useQuery({
    queryKey: ['admin', 'calendar', year],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/calendar', { params: { query: { year } }, signal })),
    placeholderData: (before) => before,
  });
}

export function useCalendarEditing() {
  const queries = useQueryClient();
  return async (edit: CalendarEdit, version: number, preview: boolean): Promise<CalendarEffect> => {
    const effect = await send(edit, version, preview);
    if (!preview) await queries.invalidateQueries({ queryKey: ['admin', 'calendar'] });
    return effect;
  };
}

function send(edit: CalendarEdit, version: number, preview: boolean): Promise<CalendarEffect> {
  const shared = { query: { preview }, header: { 'If-Match': etag(version) } };
  switch (edit.kind) {
    case 'day':
      return unwrap(
        api.PUT('/api/v1/admin/calendar/{date}', { params: { ...shared, path: { date: edit.date } }, body: edit.day }),
      );
    case 'removeDay':
      return unwrap(api.DELETE('/api/v1/admin/calendar/{date}', { params: { ...shared, path: { date: edit.date } } }));
    case 'hours':
      return unwrap(
        api.PUT('/api/v1/admin/calendar/office-hours/{validFrom}', {
          params: { ...shared, path: { validFrom: edit.validFrom } },
          body: edit.hours,
        }),
      );
    case 'removeHours':
      return unwrap(
        api.DELETE('/api/v1/admin/calendar/office-hours/{validFrom}', {
          params: { ...shared, path: { validFrom: edit.validFrom } },
        }),
      );
    case 'import':
      return unwrap(
        api.POST('/api/v1/admin/calendar/import', {
          params: shared,
          body: { file: edit.file as unknown as string },
          bodySerializer: () => {
            const form = new FormData();
            form.append('file', edit.file);
            return form;
          },
          headers: antiforgeryHeaders(),
        }),
      );
  }
}
