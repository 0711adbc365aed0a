import { brand } from '../../domain/brand';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';

/** Advice, never a wall: the report can still be written. */
export function EmergencyNotice() {
  return (
    <Notice tone="err" icon="phone" role="alert">
      <p>
        {t('emergency.soundsLike')}{' '}
        <a href={`tel:${brand.emergencyNumber}`}>{t('emergency.callNow', { number: brand.emergencyNumber })}</a>
      </p>
      <p className="small">{t('emergency.mayContinue')}</p>
    </Notice>
  );
}
