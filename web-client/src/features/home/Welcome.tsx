import { Link } from 'wouter';
import { brand } from '../../domain/brand';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';

export function Welcome() {
  return (
    <section className="welcome">
      <div className="welcome-inner">
        <img className="welcome-map" src="/kediri.svg" alt="" width="492" height="411" />
        <div className="welcome-words">
          <p className="welcome-place">{t('home.place', { city: brand.city })}</p>
          <Heading title={brand.name}>{t('home.title')}</Heading>
          <p className="welcome-lead">{t('home.lead')}</p>
          <div className="welcome-actions">
            <Link href="/lapor" className="button gold">
              <Icon name="pen" />
              {t('home.report')}
            </Link>
            <Link href="/lacak" className="button on-brick">
              <Icon name="search" />
              {t('home.track')}
            </Link>
          </div>
        </div>
      </div>
      <p className="welcome-emergency">
        <Icon name="warning" />
        <span>
          {t('home.emergency')}{' '}
          <a href={`tel:${brand.emergencyNumber}`}>{t('emergency.callNumber', { number: brand.emergencyNumber })}</a>
        </span>
      </p>
    </section>
  );
}
