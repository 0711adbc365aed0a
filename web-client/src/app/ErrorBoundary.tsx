import { Component, type ReactNode } from 'react';
import { t } from '../i18n/t';
import { Notice } from '../ui/Notice';

/** Keeps a failing page (a lost network while its code was loading, a defect) from taking the whole app down. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice tone="err" role="alert">
        <h1>{t('failure.title')}</h1>
        <p>{t('failure.text')}</p>
        <button type="button" className="text-button" onClick={() => location.reload()}>
          {t('failure.reload')}
        </button>
      </Notice>
    );
  }
}
