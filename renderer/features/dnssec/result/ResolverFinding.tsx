import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CallFailed, startJob } from '../../../app/call.ts';
import { SpokenStatus } from '../../../ui/SpokenStatus.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { resolversQuery } from '../form/resolverChoices.ts';
import { Rich, useWords } from '../../../ui/words.tsx';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';
import type { ResolverSelfTest } from '../../../../shared/contract/dns.ts';

const useStyles = makeStyles({
  text: { margin: `${tokens.spacingVerticalS} 0`, maxWidth: '72ch' },
  offers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export type PublicResolver = Output<'dns.resolvers'>['public'][number];

/**
 * Whether the resolver is to blame, found out by testing it, and whom to ask instead. For results that
 * a resolver may have brought about. `checkedAt`: each result has a test of its own.
 */
export function ResolverFinding({
  resolver,
  checkedAt,
  onAsk,
}: {
  readonly resolver: string;
  readonly checkedAt: string;
  readonly onAsk: (other: PublicResolver) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data: known } = useQuery(resolversQuery);
  const { data: tested, isError } = useQuery({
    queryKey: ['dns.selfTest', resolver, checkedAt],
    queryFn: ({ signal }) => testOf(resolver, signal),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isError) return null;
  const who = known?.system.includes(resolver) === true ? 'system' : 'other';
  const id = `dnssecPage.resolverTest.${outcomeOf(tested)}` as const;
  const values = { who, fault: faultOf(tested) };
  const others = known?.public.filter(({ text }) => text !== resolver) ?? [];
  return (
    <>
      <p className={styles.text}>
        {tested !== undefined && <VerdictIcon verdict={tested.usable ? 'good' : 'bad'} />}{' '}
        <Rich id={id} values={{ ...values, resolver: <span translate="no">{resolver}</span> }} />
      </p>
      <SpokenStatus>{tested !== undefined && t(id, { ...values, resolver })}</SpokenStatus>
      {tested?.usable === false && (
        <>
          <p className={styles.text}>{t('dnssecPage.resolverTest.offer')}</p>
          <div className={styles.offers}>
            {others.map((other) => (
              <Button key={other.id} onClick={() => onAsk(other)}>
                {t('dnssecPage.resolverTest.ask', { operator: other.operator })}
              </Button>
            ))}
          </div>
        </>
      )}
    </>
  );
}

function outcomeOf(tested: ResolverSelfTest | undefined) {
  if (tested === undefined) return 'running';
  return tested.usable ? 'usable' : 'unusable';
}

/** As the sentence tells faults apart. */
function faultOf(tested: ResolverSelfTest | undefined): string {
  return tested?.verdict === 'no-answer' ? 'silent' : (tested?.verdict ?? '');
}

async function testOf(resolver: string, signal: AbortSignal): Promise<ResolverSelfTest> {
  const job = startJob('dns.selfTest', { resolvers: [resolver] }, () => {});
  signal.addEventListener('abort', job.cancel);
  const result = await job.result;
  if (!result.ok) throw new CallFailed(result.error);
  const [tested] = result.value;
  if (tested === undefined) throw new Error('one resolver, one result');
  return tested;
}
