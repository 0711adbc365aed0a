import { t } from '../i18n/t';
import { Icon } from '../ui/Icon';
import { brand } from './brand';

/** One tap to the emergency line; stands in the same place on every page (WCAG 3.2.6). */
export function EmergencyLink() {
  return (
    <a className="emergency-link" href={`tel:${brand.emergencyNumber}`}>
      <Icon name="phone" />
      <span>
        <span className="wide-only">{t('emergency.call')} </span>
        {brand.emergencyNumber}
        <span className="visually-hidden"> {t('emergency.spoken')}</span>
      </span>
    </a>
  );
}
