import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useIntl } from 'react-intl';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { TrustAnchorsView } from '../../../../shared/contract/dnssec.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    // Words stay whole; only what has no place to break at is broken anywhere.
    overflowWrap: 'break-word',
    textAlign: 'start',
    verticalAlign: 'top',
  },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  long: { overflowWrap: 'anywhere' },
  more: { margin: 0 },
});

type AnchorKey = TrustAnchorsView['zones'][number]['keys'][number];

/** A private root has a handful; a list of a thousand is not read. */
const keysShown = 50;
const columns = ['zone', 'key', 'digest', 'valid'] as const;

export function AnchorTable({ anchors }: { readonly anchors: TrustAnchorsView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const rows = anchors.zones.flatMap(({ zone, keys }) => keys.map((key) => ({ zone, ...key })));
  const omitted = rows.length - keysShown;
  return (
    <>
      <table className={styles.table} aria-label={t('networkSettings.anchors')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {t(`networkSettings.anchors.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, keysShown).map(({ zone, ...key }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a list may repeat itself
            <tr key={String(index)}>
              <td className={mergeClasses(styles.cell, styles.long)} translate="no">
                {zone}
              </td>
              <td className={styles.cell} translate="no">
                {key.keyTag} {key.algorithm.name}
              </td>
              <td className={mergeClasses(styles.cell, styles.long)} translate="no">
                {key.digestType.name} {key.digest}
              </td>
              <td className={styles.cell}>
                <Validity anchor={key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {omitted > 0 && (
        <p className={styles.more}>{t('networkSettings.anchors.more', { count: omitted })}</p>
      )}
    </>
  );
}

function Validity({ anchor }: { readonly anchor: AnchorKey }): ReactNode {
  const t = useWords();
  const { formatDate } = useIntl();
  const { validFrom, validUntil, isValid } = anchor;
  const day = (value: string | null) =>
    value === null ? '' : formatDate(value, { dateStyle: 'medium' });
  const between = { from: day(validFrom), until: day(validUntil) };
  const word =
    validFrom === null
      ? validUntil === null
        ? 'always'
        : 'until'
      : validUntil === null
        ? 'from'
        : 'between';
  return (
    <>
      {/* Dates keep the language of the system whatever the page speaks. */}
      <span translate="no">{t(`networkSettings.anchors.valid.${word}`, between)}</span>
      {!isValid && (
        <>
          {' '}
          <VerdictIcon verdict="warning" word={t('networkSettings.anchors.valid.not')} />
        </>
      )}
    </>
  );
}
