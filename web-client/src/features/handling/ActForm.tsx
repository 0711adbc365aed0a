import type { ReportDetail } from '../../api/types';
import type { Act } from './acts';
import { SplitForm } from './duplicates/SplitForm';
import { ForwardForm } from './ForwardForm';
import type { FormProps } from './formProps';
import { MoveForm } from './MoveForm';
import { NoteForm } from './NoteForm';

/** The form that an act needs. */
export function ActForm({ act, report, ...form }: FormProps & { act: Act; report: ReportDetail }) {
  switch (act.kind) {
    case 'move':
      return <MoveForm report={report} move={act.move} {...form} />;
    case 'disposisi':
      return <ForwardForm report={report} {...form} />;
    case 'note':
      return <NoteForm report={report} {...form} />;
    case 'split':
      return <SplitForm report={report} {...form} />;
  }
}
