import { startNewVersion, useNewVersion } from '../../domain/pwa';
import { useOnline } from '../../domain/useOnline';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';

/** Hangs below the masthead, over the page and not in it: what comes and goes with the network must move nothing. */
export function NetworkState() {
  const isOnline = useOnline();
  const isOutdated = useNewVersion();
  return (
    <div className="network-state">
      <p role="status">
        {!isOnline && (
          <span className="network-note">
            <Icon name="offline" />
            {t('shell.offline')}
          </span>
        )}
      </p>
      {isOnline && isOutdated && (
        <button type="button" className="network-note" onClick={startNewVersion}>
          {t('shell.newVersion')}
          <strong>{t('shell.useNewVersion')}</strong>
        </button>
      )}
    </div>
  );
}
