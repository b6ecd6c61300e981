import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useIntl } from 'react-intl';
import { useQuery } from '@tanstack/react-query';
import { DateTime } from '../../../ui/DateTime.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { ForgetTenant } from './ForgetTenant.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { OpenDemo } from '../OpenDemo.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { identityQuery, useSwitchTenant } from '../../../app/tenants.ts';
import { snapshotsQuery } from '../queries.ts';
import { tenantRoute } from '../tenantRoutes.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  choice: { flex: '0 1 320px', minWidth: 0 },
  text: { margin: 0, maxWidth: '72ch' },
});

/** Whose settings these are: name, when and by whom they were read, and what can be done. */
export function TenantSection({
  tenant,
  tenants,
}: {
  readonly tenant: TenantView;
  readonly tenants: readonly TenantView[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('tenantPages.about')}>
      <div className={styles.root}>
        {tenant.demo && <p className={styles.text}>{t('tenantPages.demo.text')}</p>}
        <Facts tenant={tenant} />
        <div className={styles.row}>
          <Readings tenant={tenant} />
          {tenants.length > 1 && <OtherTenant tenant={tenant} tenants={tenants} />}
        </div>
        <div className={styles.row}>
          {tenant.demo ? (
            <OpenDemo again />
          ) : (
            <LinkButton to="/tenant/read">{t('tenantPages.readAgain')}</LinkButton>
          )}
          {!tenant.demo && <LinkButton to="/tenant/import">{t('tenantPages.import')}</LinkButton>}
          <ForgetTenant tenant={tenant} />
        </div>
      </div>
    </Section>
  );
}

function Facts({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const t = useWords();
  const { data: identity } = useQuery(identityQuery);
  const account = identity?.accounts.find(({ id }) => id === tenant.accountId);
  const { newest } = tenant;
  return (
    <DefinitionList
      items={[
        {
          term: t('tenantPages.name'),
          description: (
            <>
              <strong translate="no">{tenant.name}</strong>{' '}
              {tenant.demo && <Badge appearance="outline">{t('tenantPages.demo')}</Badge>}
            </>
          ),
        },
        {
          term: t('tenantPages.id'),
          description:
            tenant.id === null ? (
              t('tenantPages.id.unknown')
            ) : (
              <code translate="no">{tenant.id}</code>
            ),
        },
        {
          term: t('tenantPages.readAt'),
          description:
            newest === null ? (
              t('tenantPages.readAt.never')
            ) : (
              <>
                <DateTime value={newest.takenAt} />
                {!newest.finished && <> · {t('tenantPages.readAt.unfinished')}</>}
              </>
            ),
        },
        ...(tenant.demo
          ? []
          : [
              {
                term: t('tenantPages.account'),
                description:
                  account === undefined ? (
                    t('tenantPages.account.none')
                  ) : (
                    <span translate="no">{account.username}</span>
                  ),
              },
            ]),
      ]}
    />
  );
}

/** Which of its readings is shown. */
function Readings({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const intl = useIntl();
  const { snapshot } = tenantRoute.useSearch();
  const navigate = tenantRoute.useNavigate();
  const { data = [] } = useQuery({ ...snapshotsQuery(tenant.key), enabled: tenant.snapshots > 1 });
  if (data.length < 2) return null;
  const [newest] = data;
  return (
    <SelectField
      className={styles.choice}
      label={t('tenantPages.reading')}
      value={String(snapshot ?? newest?.id ?? '')}
      choices={data.map(({ id, takenAt, finished }) => ({
        value: String(id),
        text: t('tenantPages.reading.choice', {
          at: intl.formatDate(takenAt, { dateStyle: 'medium', timeStyle: 'short' }),
          state: finished ? 'finished' : 'stopped',
        }),
      }))}
      onChange={(value) =>
        void navigate({
          search: (old) => ({
            ...old,
            snapshot: value === String(newest?.id) ? undefined : Number(value),
          }),
          replace: true,
        })
      }
    />
  );
}

function OtherTenant({
  tenant,
  tenants,
}: {
  readonly tenant: TenantView;
  readonly tenants: readonly TenantView[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const navigate = tenantRoute.useNavigate();
  const { mutate } = useSwitchTenant();
  return (
    <SelectField
      className={styles.choice}
      label={t('tenantPages.switch')}
      value={tenant.key}
      choices={tenants.map(({ key, name }) => ({ value: key, text: name, verbatim: true }))}
      onChange={(key) =>
        mutate(key, { onSuccess: () => void navigate({ search: {}, replace: true }) })
      }
    />
  );
}
