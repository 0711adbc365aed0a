import { t } from '../../i18n/t';
import { FileUpload } from './FileUpload';

interface DocumentsAlongProps {
  /** How many PDFs are on the server already. */
  count: number;
  problem: string | undefined;
  onBusy: (isBusy: boolean) => void;
  onUploaded: (attachmentId: string) => void;
}

/** PDFs for colleagues, which go along with what is being written. */
export function DocumentsAlong({ count, ...upload }: DocumentsAlongProps) {
  return (
    <FileUpload
      id="documentIds"
      icon="file"
      label={t('documents.add')}
      accept="application/pdf,.pdf"
      ready={count > 0 && t('documents.ready', { count })}
      {...upload}
    />
  );
}
