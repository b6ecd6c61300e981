import { Checkbox, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed, ask } from '../../../app/call.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { PermissionTable } from './PermissionTable.tsx';
import { PortalSteps } from './PortalSteps.tsx';
import { Section } from '../../../ui/Section.tsx';
import { identityKey } from '../../../app/tenants.ts';
import { useWords } from '../../../ui/words.tsx';
import type { CloudId } from '../../../../shared/identity/clouds.ts';
import type { ReactNode } from 'react';
import type { RegistrationGuide } from '../../../../shared/contract/identity.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  text: { margin: 0, maxWidth: '72ch' },
  tabs: { flexWrap: 'wrap' },
  copy: { justifySelf: 'start' },
});

const ways = ['portal', 'powerShell', 'azureCli', 'manifest'] as const;
type Way = (typeof ways)[number];

/** How to register the app: by hand, or by commands. */
export function GuideSection({ cloud }: { readonly cloud: CloudId }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [deviceCode, setDeviceCode] = useState(false);
  const [way, setWay] = useState<Way>('portal');
  const { data, error } = useQuery({
    queryKey: [...identityKey, 'guide', cloud, deviceCode],
    queryFn: () => ask('identity.guide', { cloud, deviceCode }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('signInPage.guide')}>
      <div className={styles.root}>
        <p className={styles.text}>{t('signInPage.guide.text')}</p>
        <Checkbox
          checked={deviceCode}
          label={t('signInPage.guide.deviceCode')}
          onChange={(_, { checked }) => setDeviceCode(checked === true)}
        />
        {error instanceof CallFailed && <ErrorMessage error={error.error} />}
        {data === undefined && error === null && <PagePending />}
        {data !== undefined && (
          <>
            <TabList
              className={styles.tabs}
              aria-label={t('signInPage.guide.way')}
              selectedValue={way}
              onTabSelect={(_, { value }) => setWay(value as Way)}
            >
              {ways.map((each) => (
                <Tab key={each} id={`guide-${each}`} value={each} aria-controls="guide-way">
                  {t(`signInPage.guide.${each}`)}
                </Tab>
              ))}
            </TabList>
            <div
              id="guide-way"
              role="tabpanel"
              aria-labelledby={`guide-${way}`}
              className={styles.root}
            >
              <WayText way={way} guide={data} />
            </div>
            <Disclosure label={t('signInPage.guide.permissions')}>
              <PermissionTable permissions={data.permissions} />
            </Disclosure>
          </>
        )}
      </div>
    </Section>
  );
}

function WayText({
  way,
  guide,
}: {
  readonly way: Way;
  readonly guide: RegistrationGuide;
}): ReactNode {
  const t = useWords();
  switch (way) {
    case 'portal':
      return <PortalSteps guide={guide} />;
    case 'powerShell':
      return (
        <Commands
          key={way}
          label={t('signInPage.guide.powerShell')}
          text={t('signInPage.guide.powerShell.text')}
          code={guide.powerShell}
        />
      );
    case 'azureCli':
      return guide.azureCli === null ? (
        <p>{t('signInPage.guide.azureCli.none')}</p>
      ) : (
        <Commands key={way} label={t('signInPage.guide.azureCli')} code={guide.azureCli} />
      );
    case 'manifest':
      return (
        <Commands
          key={way}
          label={t('signInPage.guide.manifest')}
          text={t('signInPage.guide.manifest.text')}
          code={guide.manifest}
        />
      );
    default:
      return way satisfies never;
  }
}

function Commands({
  label,
  text,
  code,
}: {
  readonly label: string;
  readonly text?: string;
  readonly code: string;
}): ReactNode {
  const styles = useStyles();
  return (
    <>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      <CodeBlock label={label}>{code}</CodeBlock>
      <div className={styles.copy}>
        <CopyButton text={code} of={label} />
      </div>
    </>
  );
}
