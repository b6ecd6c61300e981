import { makeStyles, tokens } from '@fluentui/react-components';
import { AddressList } from './AddressList.tsx';
import { AnswerList } from './AnswerList.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { HostActions } from './HostActions.tsx';
import { TlsaTable } from './TlsaTable.tsx';
import { VerdictLabel } from '../VerdictLabel.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { DaneCheck, HostView } from '../../../../shared/dane/check.ts';
import type { KeptCheck } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-of-type': { borderTopStyle: 'none', paddingTop: 0 },
    ':last-of-type': { paddingBottom: 0 },
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `2px ${tokens.spacingHorizontalM}`,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
  },
  name: { overflowWrap: 'anywhere' },
  preference: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** One server: what the DNS says of it, what each of its addresses shows. */
export function HostCard({
  host,
  kept,
}: {
  readonly host: HostView;
  readonly kept: KeptCheck;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { check } = kept;
  const answers = answersOf(host, check);
  return (
    <article className={styles.root}>
      <h3 className={styles.title}>
        <span className={styles.name} translate="no">
          {host.name}
        </span>
        <VerdictLabel verdict={host.verdict} />
        {host.preference !== null && (
          <span className={styles.preference}>
            {t('daneCheck.server.preference', { preference: host.preference })}
          </span>
        )}
      </h3>
      <DefinitionList
        items={[
          {
            term: t('daneCheck.server.addresses'),
            description: t('daneCheck.server.addressStatus', {
              a: t(`dane.security.${host.addressStatuses.a}`),
              aaaa: t(`dane.security.${host.addressStatuses.aaaa}`),
            }),
          },
          ...(host.tlsaBase === null || host.tlsaBase === host.name
            ? []
            : [
                {
                  term: t('daneCheck.server.base'),
                  description: <span translate="no">{host.tlsaBase}</span>,
                },
              ]),
          { term: t('daneCheck.server.tlsaStatus'), description: tlsaText(t, host) },
        ]}
      />
      {host.tlsa.length > 0 && <TlsaTable host={host} />}
      <AddressList host={host} evidence={check.evidence} />
      {answers.length > 0 && (
        <Disclosure label={t('daneCheck.evidence.answers')} of={host.name}>
          <AnswerList answers={answers} place={kept.place} />
        </Disclosure>
      )}
      <HostActions host={host} kept={kept} />
    </article>
  );
}

function tlsaText(t: Words, { tlsaStatus, tlsa }: HostView): string {
  if (tlsaStatus === null) return t('daneCheck.server.tlsa.notAsked');
  if (tlsa.length > 0) return t(`dane.security.${tlsaStatus}`);
  if (tlsaStatus === 'secure') return t('daneCheck.server.tlsa.none');
  return tlsaStatus === 'insecure'
    ? t('daneCheck.server.tlsa.noneInsecure')
    : t(`dane.security.${tlsaStatus}`);
}

/** Questions are written as `name TYPE`; those about a host are of it, or of what its records are under. */
function answersOf(
  host: HostView,
  { evidence, domain }: DaneCheck,
): DaneCheck['evidence']['answers'] {
  return evidence.answers.filter(({ question }) => {
    const [name = '', type] = question.split(' ');
    const isOwn = (base: string): boolean => name === base || name.endsWith(`._tcp.${base}`);
    // Where a domain is its own mail host, the question for MX is not about the host.
    if (type === 'MX' || (name.startsWith('_') && name.endsWith(`.${domain}`) && type === 'TXT')) {
      return false;
    }
    return isOwn(host.name) || (host.tlsaBase !== null && isOwn(host.tlsaBase));
  });
}
