import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { brand } from '../../domain/brand';
import { EmergencyLink } from '../../domain/EmergencyLink';
import { chooseLanguage, language, t } from '../../i18n/t';
import { BrandMark } from '../../ui/BrandMark';
import { NetworkState } from './NetworkState';

interface CitizenShellProps {
  /** Class of the room that the page takes. */
  breadth: string;
  children: ReactNode;
}

export function CitizenShell({ breadth, children }: CitizenShellProps) {
  return (
    <>
      <button type="button" className="skip-link" onClick={skipToContent}>
        {t('shell.skip')}
      </button>
      <header className="masthead">
        <Link href="/" className="brand">
          <BrandMark />
          <span>{brand.name}</span>
        </Link>
        <EmergencyLink />
        <NetworkState />
      </header>
      <main id="isi" tabIndex={-1} className={breadth}>
        {children}
      </main>
      <footer className="foot">
        <nav aria-label={t('shell.footer')}>
          <Link href="/lapor">{t('home.report')}</Link>
          <Link href="/lacak">{t('home.track')}</Link>
          <Link href="/laporan-saya">{t('own.title')}</Link>
          <Link href="/mobil">{t('shell.cars')}</Link>
          <Link href="/pembangunan">{t('shell.works')}</Link>
          <Link href="/peta">{t('map.title')}</Link>
          <Link href="/statistik">{t('stats.title')}</Link>
          <Link href="/data-terbuka">{t('data.title')}</Link>
          <Link href="/bukti">{t('proof.title')}</Link>
          <a href="/petugas/">{t('shell.staff')}</a>
          <button
            type="button"
            className="text-button"
            lang={language === 'id' ? 'en' : 'id'}
            onClick={() => chooseLanguage(language === 'id' ? 'en' : 'id')}
          >
            {t('shell.otherLanguage')}
          </button>
        </nav>
        <p className="small muted">{t('shell.about', { city: brand.city })}</p>
      </footer>
    </>
  );
}

// no link: on the tracking page the fragment holds the secret of the report
function skipToContent(): void {
  document.getElementById('isi')?.focus();
}
